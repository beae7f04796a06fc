package lv.varu.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final RateLimitFilter filter = new RateLimitFilter(new LimitSettings(
            new LimitSettings.Forms(2, HOUR),
            new LimitSettings.Submissions(1, HOUR),
            new LimitSettings.Queries(3, HOUR)));

    @Test
    void refusesOneTooManyAndSaysWhenToComeBack() throws Exception {
        assertThat(send("POST", "/ieiet", "192.0.2.1").getStatus()).isEqualTo(200);
        assertThat(send("POST", "/ieiet", "192.0.2.1").getStatus()).isEqualTo(200);

        MockHttpServletResponse refused = send("POST", "/ieiet", "192.0.2.1");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Long.parseLong(refused.getHeader("Retry-After"))).isBetween(1L, HOUR.toSeconds() + 1);
        assertThat(send("POST", "/ieiet", "192.0.2.2").getStatus()).isEqualTo(200);
    }

    @Test
    void countsFormsSubmissionsAndQueriesApart() throws Exception {
        assertThat(send("POST", "/api/v1/x", "192.0.2.3").getStatus()).isEqualTo(200);
        assertThat(send("POST", "/api/v1/x", "192.0.2.3").getStatus()).isEqualTo(429);
        assertThat(send("GET", "/api/v1/x", "192.0.2.3").getStatus()).isEqualTo(200);
        assertThat(send("POST", "/ieiet", "192.0.2.3").getStatus()).isEqualTo(200);
    }

    @Test
    void takesANetworkOfNewAddressesForOne() throws Exception {
        send("POST", "/api/v1/x", "2001:db8:1:2:aaaa::1");
        assertThat(send("POST", "/api/v1/x", "2001:db8:1:2:bbbb::2").getStatus())
                .isEqualTo(429);
        assertThat(send("POST", "/api/v1/x", "2001:db8:1:3::1").getStatus()).isEqualTo(200);
    }

    @Test
    void countsAnAddressThatIsWrittenDifferently() throws Exception {
        assertThat(send("POST", "/%61pi/v1/x", "192.0.2.5").getStatus()).isEqualTo(200);
        assertThat(send("POST", "/api/v1/x", "192.0.2.5").getStatus()).isEqualTo(429);
        assertThat(send("POST", "/ap%69/v1/y", "192.0.2.5").getStatus()).isEqualTo(429);
    }

    @Test
    void countsNeitherPagesNorTheWorkArea() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(send("GET", "/apspriesanas", "192.0.2.4").getStatus()).isEqualTo(200);
            assertThat(send("POST", "/darbs/uzdevumi", "192.0.2.4").getStatus()).isEqualTo(200);
        }
    }

    private MockHttpServletResponse send(String method, String path, String address)
            throws ServletException, IOException {
        var request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
