package lv.varu.account;

import static lv.varu.account.AccountExamples.PASSWORD;
import static lv.varu.account.AccountExamples.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lv.varu.VaruTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionOperations;

@VaruTest
@RecordApplicationEvents
class AccountPagesTest {
    private static final String LIST = "/darbs/admin/lietotaji";

    @Autowired
    MockMvc mockMvc;

    @Autowired
    AccountDesk desk;

    @Autowired
    Accounts accounts;

    @Autowired
    Links links;

    @Autowired
    Clock clock;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    private Person administrator;

    @BeforeEach
    void open() {
        administrator = AccountExamples.opened(desk, Role.ADMINISTRATOR, null);
    }

    @Test
    void invitesSomebodyWhoThenChoosesAPassword() throws Exception {
        String email = UUID.randomUUID() + "@example.org";
        mockMvc.perform(post(LIST + "/jauns")
                        .with(signedIn(administrator))
                        .with(csrf())
                        .param("name", "Jānis Ozols")
                        .param("email", email)
                        .param("role", "STAFF")
                        .param("partnership", "PREILI")
                        .param("language", "lv"))
                .andExpect(redirectedUrl(LIST));
        String path = sentLink();

        assertThat(jdbc.sql("select count(*) from mail_letter where recipient_email = ?")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        mockMvc.perform(get(path)).andExpect(content().string(containsString(email)));
        choose(path, "mana jaunā parole", "mana jaunā parole").andExpect(redirectedUrl("/ieiet"));

        signIn(email, "mana jaunā parole", "/darbs");
        mockMvc.perform(get(path)).andExpect(status().isGone());
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsMissing() throws Exception {
        mockMvc.perform(post(LIST + "/jauns")
                        .with(signedIn(administrator))
                        .with(csrf())
                        .param("name", "Jānis Ozols")
                        .param("email", administrator.email())
                        .param("role", "MANAGER")
                        .param("language", "lv"))
                .andExpect(status().isOk())
                .andExpect(model().attributeHasFieldErrorCode("form", "partnership", "account.partnership.missing"))
                .andExpect(content().string(containsString("Jānis Ozols")));
    }

    @Test
    void refusesASecondAccountForAnAddress() throws Exception {
        mockMvc.perform(post(LIST + "/jauns")
                        .with(signedIn(administrator))
                        .with(csrf())
                        .param("name", "Jānis Ozols")
                        .param("email", administrator.email().toUpperCase(AccountExamples.LATVIAN))
                        .param("role", "ADMINISTRATOR")
                        .param("language", "lv"))
                .andExpect(model().attributeHasFieldErrorCode("form", "email", "account.email.taken"));
    }

    @Test
    void findsPeopleAndChangesThem() throws Exception {
        Person staff = AccountExamples.opened(desk, Role.STAFF, "KAIMINI");
        mockMvc.perform(get(LIST).param("q", staff.email()).with(signedIn(administrator)))
                .andExpect(content().string(containsString(staff.id().toString())));
        mockMvc.perform(get(LIST + "/" + staff.id()).with(signedIn(administrator)))
                .andExpect(status().isOk());
        mockMvc.perform(post(LIST + "/" + staff.id())
                        .with(signedIn(administrator))
                        .with(csrf())
                        .param("name", "Jauns Vārds")
                        .param("email", staff.email())
                        .param("role", "MANAGER")
                        .param("partnership", "KRASLAVA")
                        .param("language", "en"))
                .andExpect(redirectedUrl(LIST));

        Person changed = accounts.findById(staff.id()).orElseThrow().person();
        assertThat(changed.role()).isEqualTo(Role.MANAGER);
        assertThat(changed.partnership()).isEqualTo("KRASLAVA");
        assertThat(changed.name()).isEqualTo("Jauns Vārds");
    }

    @Test
    void replacesAForgottenPasswordAndKillsEarlierLinks() throws Exception {
        Person staff = AccountExamples.opened(desk, Role.STAFF, "KAIMINI");
        sendLink(staff);
        String first = sentLink();
        events.clear();
        sendLink(staff);
        String second = sentLink();

        mockMvc.perform(get(first)).andExpect(status().isGone());
        choose(second, "short", "other").andExpect(model().attributeHasFieldErrors("form", "password", "again"));
        choose(second, "cita gara parole", "cita gara parole").andExpect(redirectedUrl("/ieiet"));
        signIn(staff.email(), PASSWORD, "/ieiet?kluda");
        signIn(staff.email(), "cita gara parole", "/darbs");
        assertThat(lettersTo(staff)).contains("Jūsu konta parole Varu ir nomainīta");
    }

    @Test
    void tellsOfAPasswordChangedByItsOwner() throws Exception {
        Person staff = AccountExamples.opened(desk, Role.STAFF, "KAIMINI");
        changePassword(staff, "jauna gara parole").andExpect(redirectedUrl("/darbs/profils"));
        assertThat(lettersTo(staff)).containsExactly("Jūsu konta parole Varu ir nomainīta");
    }

    @Test
    void refusesAPasswordThatIsShortOrEasyToGuess() throws Exception {
        Person staff = AccountExamples.opened(desk, Role.STAFF, "KAIMINI");
        for (String weak : List.of("vienpadsmit", "password1234", "qwertyuiop12", "x".repeat(129), "annaparaudzina")) {
            changePassword(staff, weak).andExpect(model().attributeHasFieldErrors("passwordForm", "password"));
        }
        changePassword(staff, "divpadsmit ā").andExpect(redirectedUrl("/darbs/profils"));
    }

    private ResultActions changePassword(Person staff, String password) throws Exception {
        return mockMvc.perform(post("/darbs/profils/parole")
                .with(signedIn(staff))
                .with(csrf())
                .param("current", PASSWORD)
                .param("password", password)
                .param("again", password));
    }

    private List<String> lettersTo(Person person) {
        return jdbc.sql("select subject from mail_letter where recipient_email = ? order by posted_at")
                .param(person.email())
                .query(String.class)
                .list();
    }

    @Test
    void closesAndOpensAnAccount() throws Exception {
        Person staff = AccountExamples.opened(desk, Role.STAFF, "KAIMINI");
        mockMvc.perform(get(LIST + "/" + staff.id() + "/slegt").with(signedIn(administrator)))
                .andExpect(content().string(containsString("Vai slēgt kontu: " + staff.name() + "?")));
        signIn(staff.email(), PASSWORD, "/darbs");
        act(staff, "slegt");
        signIn(staff.email(), PASSWORD, "/ieiet?kluda");
        act(staff, "atvert");
        signIn(staff.email(), PASSWORD, "/darbs");
    }

    @Test
    void letsTheFirstAdministratorInOnlyOnce() throws Exception {
        String token = transaction.execute(tx -> links.issue(
                Link.Purpose.SET_UP,
                FirstAdministrator.SUBJECT,
                FirstAdministrator.SUBJECT,
                clock.instant().plus(Duration.ofHours(1))));
        String email = UUID.randomUUID() + "@example.org";
        mockMvc.perform(get("/iestatit/" + token)).andExpect(status().isOk());
        mockMvc.perform(post("/iestatit/" + token + "/administrators")
                        .with(csrf())
                        .param("name", "Gatis Osis")
                        .param("email", email)
                        .param("password", PASSWORD)
                        .param("again", PASSWORD))
                .andExpect(redirectedUrl("/ieiet"));

        signIn(email, PASSWORD, "/darbs");
        mockMvc.perform(get("/iestatit/" + token)).andExpect(status().isGone());
    }

    @Test
    void makesOneAdministratorOfManyWhoPressAtOnce() throws Exception {
        String token = transaction.execute(tx -> links.issue(
                Link.Purpose.SET_UP,
                FirstAdministrator.SUBJECT,
                FirstAdministrator.SUBJECT,
                clock.instant().plus(Duration.ofHours(1))));
        String domain = "@" + UUID.randomUUID() + ".example";
        Callable<Integer> press = () -> mockMvc.perform(post("/iestatit/" + token + "/administrators")
                        .with(csrf())
                        .param("name", "Gatis Osis")
                        .param("email", UUID.randomUUID() + domain)
                        .param("password", PASSWORD)
                        .param("again", PASSWORD))
                .andReturn()
                .getResponse()
                .getStatus();
        var pool = Executors.newFixedThreadPool(6);
        List<Integer> statuses = new ArrayList<>();
        for (var done : pool.invokeAll(Collections.nCopies(6, press))) {
            statuses.add(done.get());
        }
        pool.shutdown();
        assertThat(statuses)
                .containsOnlyOnce(302)
                .filteredOn(status -> status == 410)
                .hasSize(5);
        assertThat(jdbc.sql("select count(*) from account where email like '%' || ?")
                        .param(domain)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void savesTheProfile() throws Exception {
        Person staff = AccountExamples.opened(desk, Role.STAFF, "KAIMINI");
        mockMvc.perform(get("/darbs/profils").with(signedIn(staff))).andExpect(status().isOk());
        mockMvc.perform(post("/darbs/profils")
                        .with(signedIn(staff))
                        .with(csrf())
                        .param("name", "Cits Vārds")
                        .param("language", "en"))
                .andExpect(redirectedUrl("/darbs/profils"));

        assertThat(accounts.findById(staff.id()).orElseThrow().person().name()).isEqualTo("Cits Vārds");
    }

    @Test
    void refusesANewPasswordWithoutThePresentOne() throws Exception {
        Person staff = AccountExamples.opened(desk, Role.STAFF, "KAIMINI");
        mockMvc.perform(post("/darbs/profils/parole")
                        .with(signedIn(staff))
                        .with(csrf())
                        .param("current", "guessed")
                        .param("password", "jauna gara parole")
                        .param("again", "jauna gara parole"))
                .andExpect(model().attributeHasFieldErrorCode("passwordForm", "current", "account.password.wrong"));
    }

    private void sendLink(Person staff) throws Exception {
        act(staff, "saite");
    }

    private void act(Person staff, String what) throws Exception {
        mockMvc.perform(post(LIST + "/" + staff.id() + "/" + what)
                        .with(signedIn(administrator))
                        .with(csrf()))
                .andExpect(redirectedUrl(LIST + "/" + staff.id()));
    }

    private String sentLink() {
        List<AccountLinkIssued> sent = events.stream(AccountLinkIssued.class).toList();
        assertThat(sent).hasSize(1);
        return sent.get(0).url().getPath();
    }

    private ResultActions choose(String path, String password, String again) throws Exception {
        return mockMvc.perform(
                post(path).with(csrf()).param("password", password).param("again", again));
    }

    private void signIn(String email, String password, String target) throws Exception {
        mockMvc.perform(post("/ieiet").with(csrf()).param("email", email).param("password", password))
                .andExpect(redirectedUrl(target));
    }
}
