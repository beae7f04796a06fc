package lv.varu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletRequest;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LegibleTest {
    @Test
    void keepsWhatPeopleWrite() {
        String text = "Ceļš\tuz Līvāniem\r\n„jā” – <b> 👩‍👧 שלום";
        assertThat(Legible.of(text)).isEqualTo(text);
    }

    @Test
    void dropsWhatNobodyCanRead() {
        assertThat(Legible.of("a\u0000b\u0007c\u202Ed\u2066e\uD800f\u0085")).isEqualTo("abcdef");
    }

    @Test
    void cleansEveryFieldOfAForm() throws Exception {
        var request = new MockHttpServletRequest("POST", "/darbs");
        request.addParameter("note", "a\u0000b", "\u0007");
        var chain = new MockFilterChain();
        new LegibleFilter().doFilter(request, new MockHttpServletResponse(), chain);
        ServletRequest clean = Objects.requireNonNull(chain.getRequest());
        assertThat(clean.getParameter("note")).isEqualTo("ab");
        assertThat(clean.getParameterValues("note")).containsExactly("ab", "");
        assertThat(clean.getParameterMap().get("note")).containsExactly("ab", "");
        assertThat(clean.getParameter("other")).isNull();
        assertThat(clean.getParameterValues("other")).isNull();
    }

    @Test
    void cleansWhatProgramsSendAndReadsNoMoreThanAMegabyte() throws Exception {
        ObjectMapper mapper = LegibleJson.from(new ObjectMapper());
        assertThat(mapper.readValue("[\"a\\u0000b\", null]".getBytes(), String[].class))
                .containsExactly("ab", null);
        byte[] large = ("[" + "\"aaaaaaaa\",".repeat(200_000) + "null]").getBytes();
        assertThatThrownBy(() -> mapper.readValue(large, String[].class))
                .isInstanceOf(StreamConstraintsException.class);
    }
}
