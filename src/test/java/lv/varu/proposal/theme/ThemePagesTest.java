package lv.varu.proposal.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.AccountExamples;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.calendar.Riga;
import lv.varu.directory.Topic;
import lv.varu.proposal.Call;
import lv.varu.proposal.IntakeChannel;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalExamples;
import lv.varu.proposal.ProposalRows;
import lv.varu.proposal.Submission;
import lv.varu.proposal.entry.StaffEntry;
import lv.varu.proposal.entry.StaffIntake;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Proposals are read one after the other and marked with what they are about. */
@VaruTest
class ThemePagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    ProposalExamples examples;

    @Autowired
    StaffIntake intake;

    @Autowired
    Themes themes;

    @Autowired
    ThemeDesk desk;

    @Autowired
    ThemeHints hints;

    @Autowired
    Readings readings;

    @Autowired
    ProposalRows rows;

    @Autowired
    Trail trail;

    @Autowired
    Clock clock;

    @Test
    void leadsThroughEverythingThatNobodyHasRead() throws Exception {
        Call call = examples.open();
        UUID first = entered(call, "Gājēju pāreja pie skolas", "Bērni šķērso ielu vietā, kur pārejas nav.");
        UUID second = entered(call, "Soliņi parkā", "Pie strūklakas vajag divus soliņus.");

        mvc.perform(staff(get(reading(call)))).andExpect(redirectedUrl(reading(call) + "/" + first));
        mvc.perform(staff(get(reading(call)).param("pec", number(first))))
                .andExpect(redirectedUrl(reading(call) + "/" + second));
        mvc.perform(staff(post(reading(call) + "/" + first)).param("named", "Droši ceļi uz skolu"))
                .andExpect(redirectedUrlPattern(reading(call) + "?pec=*"));

        assertThat(themes.ofProposal(first)).extracting(Theme::name).containsExactly("Droši ceļi uz skolu");
        assertThat(readings.progress(call.id())).isEqualTo(new Readings.Progress(1, 2));
        assertThat(readings.of(first))
                .singleElement()
                .satisfies(one -> assertThat(one.reader()).isEqualTo(ProposalExamples.ILZE.id()));
        assertThat(trail.of(Proposal.keyOf(first), Pageable.ofSize(50)).getContent())
                .anyMatch(entry -> entry.action().equals("proposal.read"));

        mvc.perform(staff(post(reading(call) + "/" + second))).andExpect(status().is3xxRedirection());
        mvc.perform(staff(get(reading(call)))).andExpect(content().string(containsString("Viss izlasīts")));
        mvc.perform(staff(get(address(call))))
                .andExpect(content().string(containsString("Droši ceļi uz skolu")))
                .andExpect(content().string(containsString("Izlasīti 2 no 2 priekšlikumiem.")));
    }

    @Test
    void narrowsTheListToATheme() throws Exception {
        Call call = examples.open();
        UUID marked = entered(call, "Gājēju pāreja pie skolas", "Bērni šķērso ielu vietā, kur pārejas nav.");
        entered(call, "Soliņi parkā", "Pie strūklakas vajag divus soliņus.");
        desk.read(call, marked, Set.of(), "Skolas ceļš", ProposalExamples.ILZE);
        UUID theme = themes.of(call.id()).get(0).id();

        mvc.perform(staff(get("/darbs/priekslikumi"))
                        .param("apspriesana", call.id().toString())
                        .param("tema", theme.toString()))
                .andExpect(content().string(containsString("Gājēju pāreja")))
                .andExpect(content().string(not(containsString("Soliņi parkā"))));
        mvc.perform(staff(get("/darbs/priekslikumi/" + marked)))
                .andExpect(content().string(containsString("Skolas ceļš")));
    }

    @Test
    void guessesByWordsInAnyFormAndBySimilarProposals() {
        Call call = examples.open();
        desk.add(call, "Soliņi un atpūtas vietas", null, ProposalExamples.ILZE);
        UUID crossing = entered(call, "Gājēju pāreja pie skolas", "Bērni šķērso ielu vietā, kur pārejas nav.");
        desk.read(call, crossing, Set.of(), "Drošība", ProposalExamples.ILZE);
        UUID benches = entered(call, "Kur atpūsties", "Pie strūklakas vajag divus soliņus.");
        UUID again = entered(call, "Pāreja", "Lūdzam gājēju pāreju skolas bērniem, jāšķērso iela.");
        List<Theme> known = themes.of(call.id());

        assertThat(hints.of(rows.find(benches).orElseThrow(), known)).containsExactly(named(known, "Soliņi"));
        assertThat(hints.of(rows.find(again).orElseThrow(), known)).containsExactly(named(known, "Drošība"));
    }

    @Test
    void refusesWhatIsMissingOrTakenBesideItsField() throws Exception {
        Call call = examples.open();
        desk.add(call, "Skolas ceļš", null, ProposalExamples.ILZE);

        mvc.perform(staff(post(address(call) + "/jauna")).param("name", " ").param("about", "Paliek"))
                .andExpect(content().string(containsString("Ierakstiet apakštēmas nosaukumu.")))
                .andExpect(content().string(containsString("Paliek")));
        mvc.perform(staff(post(address(call) + "/jauna")).param("name", "SKOLAS CEĻŠ"))
                .andExpect(content().string(containsString("jau ir")));
        assertThat(themes.of(call.id())).hasSize(1);
    }

    @Test
    void mergesAThemeIntoAnotherAndKeepsItsProposals() throws Exception {
        Call call = examples.open();
        UUID id = entered(call, "Gājēju pāreja pie skolas", "Bērni šķērso ielu vietā, kur pārejas nav.");
        desk.read(call, id, Set.of(), "Ceļš uz skolu", ProposalExamples.ILZE);
        desk.add(call, "Skolas ceļš", null, ProposalExamples.ILZE);
        List<Theme> known = themes.of(call.id());
        UUID dropped = named(known, "Ceļš uz skolu");
        UUID kept = named(known, "Skolas ceļš");

        mvc.perform(staff(get(address(call) + "/" + dropped + "/dzest")))
                .andExpect(content().string(containsString("Ar to atzīmēts 1 priekšlikums.")));
        mvc.perform(staff(post(address(call) + "/" + dropped + "/dzest")).param("into", kept.toString()))
                .andExpect(redirectedUrl(address(call)));

        assertThat(themes.ofProposal(id)).extracting(Theme::id).containsExactly(kept);
        assertThat(themes.counts(call.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.proposals()).isEqualTo(1));
        assertThat(trail.of(CaseKey.of("consultation", call.id()), Pageable.ofSize(50))
                        .getContent())
                .anyMatch(entry -> entry.action().equals("consultation.theme-merged"));
    }

    @Test
    void isNotForOthers() throws Exception {
        Call call = examples.open();
        UUID id = entered(call, "Gājēju pāreja", "Bērni šķērso ielu vietā, kur pārejas nav.");
        Call other = examples.open();

        for (String address : List.of(address(call), reading(call), reading(call) + "/" + id)) {
            mvc.perform(get(address).with(AccountExamples.signedIn(AccountExamples.staff("KAIMINI"))))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(staff(get(reading(other) + "/" + id))).andExpect(status().isNotFound());
    }

    @Test
    void asksTheDatabaseTheSameNumberOfTimesForManyThemes() throws Exception {
        Call few = examples.open();
        Call many = examples.open();
        desk.read(few, entered(few, "Viens", "Vajag soliņu."), Set.of(), "Tēma", ProposalExamples.ILZE);
        for (int i = 0; i < 20; i++) {
            UUID id = entered(many, "Priekšlikums " + i, "Vajag " + i + " soliņus pie strūklakas.");
            desk.read(many, id, Set.of(), "Tēma " + i, ProposalExamples.ILZE);
        }

        mvc.perform(staff(get(address(few))));
        assertThat(Statements.of(() -> mvc.perform(staff(get(address(many))))))
                .isEqualTo(Statements.of(() -> mvc.perform(staff(get(address(few))))));
        assertThat(themes.page(many.id(), "tēma 1", PageRequest.of(0, 5)).getTotalElements())
                .isEqualTo(11);
    }

    private UUID entered(Call call, String title, String text) {
        Submission submission = new Submission(
                call.code(),
                IntakeChannel.PAPER,
                ProposalExamples.LATVIAN,
                title,
                text,
                Topic.ROADS,
                "LIVANI",
                null,
                null,
                null,
                ProposalExamples.ANNA,
                false,
                false,
                List.of(),
                null);
        return intake.register(
                        new StaffEntry(submission, Riga.today(clock), null, null),
                        ProposalExamples.key(),
                        ProposalExamples.ILZE)
                .proposalId();
    }

    private static MockHttpServletRequestBuilder staff(MockHttpServletRequestBuilder request) {
        return request.locale(Locale.forLanguageTag("lv"))
                .with(csrf())
                .with(AccountExamples.signedIn(ProposalExamples.ILZE));
    }

    private static UUID named(List<Theme> known, String start) {
        return known.stream()
                .filter(theme -> theme.name().startsWith(start))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String number(UUID id) {
        return String.valueOf(rows.find(id).orElseThrow().number());
    }

    private static String address(Call call) {
        return "/darbs/apspriesanas/" + call.code() + "/temas";
    }

    private static String reading(Call call) {
        return "/darbs/apspriesanas/" + call.code() + "/lasit";
    }
}
