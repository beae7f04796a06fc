package lv.varu.account;

import static lv.varu.account.AccountExamples.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import lv.varu.VaruTest;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@VaruTest
class SignInTest {
    private static final AtomicInteger ADDRESSES = new AtomicInteger(1);

    @Autowired
    MockMvc mockMvc;

    @Autowired
    AccountDesk desk;

    @Autowired
    SignInSettings settings;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    private final String address = "192.0.2." + ADDRESSES.getAndIncrement();
    private Person person;

    @BeforeEach
    void open() {
        person = AccountExamples.opened(desk, Role.STAFF, "KAIMINI");
    }

    @Test
    void opensTheWorkArea() throws Exception {
        Cookie session = signIn();

        mockMvc.perform(get("/darbs/profils").cookie(session))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(person.email())));
    }

    @Test
    void leadsToThePageThatThePersonWanted() throws Exception {
        MvcResult refused = mockMvc.perform(get("/darbs/profils"))
                .andExpect(redirectedUrl("/ieiet"))
                .andExpect(cookie().doesNotExist("VARU"))
                .andReturn();
        Cookie wanted = Objects.requireNonNull(refused.getResponse().getCookie("REDIRECT_URI"));

        mockMvc.perform(post("/ieiet")
                        .with(csrf())
                        .cookie(wanted)
                        .param("email", person.email())
                        .param("password", PASSWORD))
                .andExpect(redirectedUrl("http://localhost/darbs/profils"))
                .andExpect(cookie().value("lang", "lv"));
    }

    @Test
    void acceptsTheAddressInAnySpelling() throws Exception {
        attempt(" " + person.email().toUpperCase(AccountExamples.LATVIAN), PASSWORD, "/darbs");
    }

    @Test
    void givesAStrangerTheSameAnswerAsAWrongPassword() throws Exception {
        attempt(person.email(), "wrong", "/ieiet?kluda");
        attempt(UUID.randomUUID() + "@example.org", "wrong", "/ieiet?kluda");
        desk.disable(person.id());
        attempt(person.email(), PASSWORD, "/ieiet?kluda");
    }

    @Test
    void refusesEvenTheRightPasswordAfterTooManyWrongOnes() throws Exception {
        for (int i = 0; i < settings.failuresPerAccount(); i++) {
            attempt(person.email(), "wrong", "/ieiet?kluda");
        }

        attempt(person.email(), PASSWORD, "/ieiet?parak-biezi");
    }

    @Test
    void forgetsFailuresAfterASuccess() throws Exception {
        attempt(person.email(), "wrong", "/ieiet?kluda");
        signIn();
        for (int i = 0; i < settings.failuresPerAccount(); i++) {
            attempt(person.email(), "wrong", "/ieiet?kluda");
        }
    }

    @Test
    void leavesSuccessAndFailureInTheTrail() throws Exception {
        attempt(person.email(), "wrong", "/ieiet?kluda");
        signIn();

        var entries =
                trail.of(SignIns.chain(person.id()), PageRequest.of(0, 10)).getContent();
        assertThat(entries)
                .extracting(TrailEntry::action)
                .containsExactly("account.signed-in", "account.sign-in-failed", "account.opened");
        assertThat(entries.get(0).address()).isEqualTo(address);
        assertThat(entries.get(0).actor().id()).isEqualTo(person.id().toString());
    }

    @Test
    void changesTheSessionSoThatNobodyCanPlantOne() throws Exception {
        Cookie before = signIn();
        MvcResult again = mockMvc.perform(post("/ieiet")
                        .with(csrf())
                        .cookie(before)
                        .param("email", person.email())
                        .param("password", PASSWORD))
                .andReturn();

        assertThat(Objects.requireNonNull(again.getResponse().getCookie("VARU")).getValue())
                .isNotEqualTo(before.getValue());
        assertSignedOut(before);
    }

    @Test
    void refusesAFormFromElsewhere() throws Exception {
        mockMvc.perform(post("/ieiet").param("email", person.email()).param("password", PASSWORD))
                .andExpect(status().isForbidden());
    }

    @Test
    void endsWithASignOut() throws Exception {
        Cookie session = signIn();
        mockMvc.perform(post("/iziet").with(csrf()).cookie(session)).andExpect(redirectedUrl("/ieiet?iziets"));

        assertSignedOut(session);
    }

    @Test
    void endsHalfADayAfterItBegan() throws Exception {
        Cookie session = signIn();
        begun(Duration.ofHours(11));
        mockMvc.perform(get("/darbs/profils").cookie(session)).andExpect(status().isOk());
        begun(Duration.ofHours(12));
        assertSignedOut(session);
    }

    private void begun(Duration ago) {
        jdbc.sql("update spring_session set creation_time = ? where principal_name = ?")
                .params(
                        System.currentTimeMillis() - ago.toMillis() - 1000,
                        person.id().toString())
                .update();
    }

    @Test
    void endsEverywhereAtOnce() throws Exception {
        Cookie here = signIn();
        Cookie there = signIn();
        mockMvc.perform(post("/darbs/profils/iziet-visur").with(csrf()).cookie(here))
                .andExpect(status().is3xxRedirection());

        assertSignedOut(here);
        assertSignedOut(there);
    }

    @Test
    void endsElsewhereWhenThePasswordChanges() throws Exception {
        Cookie here = signIn();
        Cookie there = signIn();
        MvcResult changed = mockMvc.perform(post("/darbs/profils/parole")
                        .with(csrf())
                        .cookie(here)
                        .param("current", PASSWORD)
                        .param("password", "jauna gara parole")
                        .param("again", "jauna gara parole"))
                .andExpect(redirectedUrl("/darbs/profils"))
                .andReturn();

        assertSignedOut(there);
        Cookie renewed = Objects.requireNonNull(changed.getResponse().getCookie("VARU"));
        mockMvc.perform(get("/darbs/profils").cookie(renewed)).andExpect(status().isOk());
    }

    @Test
    void endsWhenAnAdministratorClosesTheAccountOrChangesTheRole() throws Exception {
        Cookie first = signIn();
        desk.change(person.id(), person.name(), new Account.Position(Role.MANAGER, "KAIMINI"), person.language());
        assertSignedOut(first);

        Cookie second = signIn();
        desk.disable(person.id());
        assertSignedOut(second);
    }

    private void assertSignedOut(Cookie session) throws Exception {
        mockMvc.perform(get("/darbs/profils").cookie(session)).andExpect(redirectedUrl("/ieiet"));
    }

    private Cookie signIn() throws Exception {
        return Optional.ofNullable(attempt(person.email(), PASSWORD, "/darbs")
                        .getResponse()
                        .getCookie("VARU"))
                .orElseThrow();
    }

    private MvcResult attempt(String email, String password, String target) throws Exception {
        return mockMvc.perform(post("/ieiet")
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr(address);
                            return request;
                        })
                        .param("email", email)
                        .param("password", password))
                .andExpect(redirectedUrl(target))
                .andReturn();
    }
}
