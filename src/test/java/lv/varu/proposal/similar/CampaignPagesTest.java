package lv.varu.proposal.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.AccountExamples;
import lv.varu.calendar.Riga;
import lv.varu.directory.Topic;
import lv.varu.proposal.Call;
import lv.varu.proposal.IntakeChannel;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalExamples;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Submission;
import lv.varu.proposal.entry.StaffEntry;
import lv.varu.proposal.entry.StaffIntake;
import lv.varu.proposal.merging.MergingDesk;
import lv.varu.proposal.similar.ProposalTexts.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Copies of one letter are found and merged together. */
@VaruTest
class CampaignPagesTest {
    private static final String OTHER = "Bibliotēkai vajag garāku darba laiku sestdienās, jo tad no laukiem uz pilsētu"
            + " atbrauc ģimenes ar bērniem, un darbdienās strādājošie tur nepagūst nokļūt.";

    @Autowired
    MockMvc mvc;

    @Autowired
    ProposalExamples examples;

    @Autowired
    StaffIntake intake;

    @Autowired
    Campaigns campaigns;

    @Autowired
    MergingDesk merging;

    @Autowired
    ProposalBook book;

    @Autowired
    Clock clock;

    @Test
    void listsCopiesAndMergesThem() throws Exception {
        Call call = examples.open();
        UUID first = entered(call, "Ceļš uz skolu", TextSketchTest.LETTER, "LIVANI");
        UUID changed = entered(
                call,
                "Ceļš uz skolu",
                TextSketchTest.LETTER.replace("Aglonas", "Pelēču") + " Ar cieņu, Anna Bērziņa",
                "LIVANI");
        UUID same = entered(call, "Ceļš uz skolu", TextSketchTest.LETTER, "LIVANI");
        entered(call, "Bibliotēka", OTHER, "LIVANI");
        UUID elsewhere = entered(call, "Ceļš uz skolu", TextSketchTest.LETTER, "PREILI");

        assertThat(campaigns.of(call.id(), PageRequest.of(0, 10)))
                .singleElement()
                .satisfies(one -> assertThat(one.ids())
                        .startsWith(first)
                        .containsExactlyInAnyOrder(first, changed, same)
                        .doesNotContain(elsewhere));
        String merge = "/darbs/priekslikumi/apvienot?id=" + first + "&amp;id=" + changed + "&amp;id=" + same;
        mvc.perform(staff(get(address(call))))
                .andExpect(content().string(containsString("3 gandrīz vienādi")))
                .andExpect(content().string(containsString("Mēs, Aglonas pagasta iedzīvotāji")))
                .andExpect(content().string(containsString(merge)))
                .andExpect(content().string(not(containsString("Bibliotēk"))));
        mvc.perform(staff(get(merge.replace("&amp;", "&"))))
                .andExpect(content().string(containsString("value=\"" + changed + "\"")));

        mvc.perform(staff(post("/darbs/priekslikumi/apvienot"))
                        .with(csrf())
                        .param("id", first.toString(), changed.toString(), same.toString())
                        .param("target", first.toString())
                        .param("reason", "Viena vēstule."))
                .andExpect(redirectedUrl("/darbs/priekslikumi/" + first));
        assertThat(book.find(same).orElseThrow().status()).isEqualTo(ProposalStatus.MERGED);
        mvc.perform(staff(get(address(call)))).andExpect(content().string(containsString("Vienādu priekšlikumu nav")));
    }

    @Test
    void addsLateCopiesToTheOneThatSpeaksForTheOthers() {
        Call call = examples.open();
        UUID early = entered(call, "Ceļš uz skolu", TextSketchTest.LETTER, "LIVANI");
        UUID target = entered(call, "Ceļš uz skolu", TextSketchTest.LETTER, "LIVANI");
        merging.merge(target, List.of(early), "Viena vēstule.", ProposalExamples.ILZE);
        UUID late = entered(call, "Ceļš uz skolu", TextSketchTest.LETTER, "LIVANI");

        assertThat(campaigns.of(call.id(), PageRequest.of(0, 10)))
                .singleElement()
                .satisfies(one -> assertThat(one.ids()).containsExactly(target, late));
    }

    @Test
    void readsManyWithAsManyStatementsAsOne() throws Exception {
        Call call = examples.open();
        pair(call, "pirmā");
        mvc.perform(staff(get(address(call)))).andExpect(status().isOk());
        long one = Statements.of(() -> mvc.perform(staff(get(address(call)))));
        for (int i = 0; i < 11; i++) {
            pair(call, "k" + i);
        }
        assertThat(Statements.of(() -> mvc.perform(staff(get(address(call))))
                        .andExpect(content().string(containsString("Lapas")))))
                .isEqualTo(one);
        mvc.perform(staff(get(address(call)).param("page", "1")))
                .andExpect(content().string(containsString("2 gandrīz vienādi")));
    }

    @Test
    void findsByWordsOfAnyLetter() throws Exception {
        Call call = examples.open();
        entered(call, "Ceļš uz skolu", TextSketchTest.LETTER, "LIVANI");
        entered(call, "Ceļš uz skolu", TextSketchTest.LETTER + " Ar cieņu, Zenta 100%", "LIVANI");
        pair(call, "cita");

        mvc.perform(staff(get(address(call)).param("q", "zenta 100%")))
                .andExpect(content().string(containsString("Ceļš uz skolu")))
                .andExpect(content().string(containsString("value=\"zenta 100%\"")))
                .andExpect(content().string(not(containsString("Vēstule cita"))));
        mvc.perform(staff(get(address(call)).param("q", "zenta 1000%")))
                .andExpect(content().string(containsString("Nekas nav atrasts")));
    }

    @Test
    void choosesWhatAnAddressCanCarry() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            ids.add(UUID.randomUUID());
        }
        Call call = examples.open();
        UUID id = entered(call, "Bibliotēka", OTHER, "LIVANI");
        var campaign = new Campaign(book.find(id).orElseThrow(), ids);
        assertThat(campaign.size()).isEqualTo(250);
        assertThat(campaign.isLong()).isTrue();
        assertThat(campaign.chosen()).isEqualTo(ids.subList(0, Campaign.AT_ONCE));
    }

    @Test
    void offersTheMostSimilarOnesFirst() {
        Call call = examples.open();
        UUID chosen = entered(call, "Gājēju pāreja pie skolas", "Bērni šķērso ielu vietā, kur pārejas nav.", "LIVANI");
        UUID similar = entered(call, "Pāreja skolēniem", "Pie skolas bērniem jāšķērso iela bez pārejas.", "LIVANI");
        UUID sameTopic = entered(call, "Ceļa grants", "Grāvji aizauguši un trūkst greidera.", "LIVANI");
        entered(call, "Gājēju pāreja pie skolas", "Bērni šķērso ielu vietā, kur pārejas nav.", "PREILI");

        assertThat(merging.choose(List.of(chosen), Optional.empty(), ProposalExamples.ILZE)
                        .alike())
                .extracting(ProposalView::id)
                .containsExactly(similar, sameTopic);
    }

    @Test
    void isForThoseWhoWorkForAnOwner() throws Exception {
        Call call = examples.open();
        mvc.perform(get(address(call)).with(AccountExamples.signedIn(AccountExamples.staff("KAIMINI"))))
                .andExpect(status().isForbidden());
    }

    /** How long grouping takes among many letters; run by hand. */
    @Test
    @EnabledIfSystemProperty(named = "varu.measure", matches = ".+")
    void groupsManyQuickly() {
        int count = Integer.getInteger("varu.measure");
        var random = new Random(7);
        UUID scope = UUID.randomUUID();
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = i % 2 == 0 ? TextSketchTest.LETTER + " " + words(random, 4) : words(random, 40);
            letters.add(new Letter(
                    UUID.randomUUID(), "LIVANI", TextSketch.of(scope, text).sketch()));
        }
        long start = System.nanoTime();
        List<List<UUID>> groups = Campaigns.groups(letters);
        System.out.printf(
                "MEASURED grouping %d letters %d ms, %d groups, largest %d%n",
                count,
                (System.nanoTime() - start) / 1_000_000,
                groups.size(),
                groups.get(0).size());
    }

    private void pair(Call call, String mark) {
        var random = new Random(mark.hashCode());
        String text = words(random, 30);
        entered(call, "Vēstule " + mark, text, "LIVANI");
        entered(call, "Vēstule " + mark, text, "LIVANI");
    }

    private static String words(Random random, int count) {
        return random.ints(count, 0, 20_000)
                .mapToObj(word -> "vx" + Integer.toString(word, 36) + "z")
                .collect(Collectors.joining(" "));
    }

    private UUID entered(Call call, String title, String text, String municipality) {
        Submission submission = new Submission(
                call.code(),
                IntakeChannel.PAPER,
                ProposalExamples.LATVIAN,
                title,
                text,
                Topic.ROADS,
                municipality,
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
        return request.locale(Locale.forLanguageTag("lv")).with(AccountExamples.signedIn(ProposalExamples.ILZE));
    }

    private static String address(Call call) {
        return "/darbs/apspriesanas/" + call.code() + "/vienadi";
    }
}
