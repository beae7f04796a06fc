package lv.varu.consultation.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.calendar.Riga;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationExamples;
import lv.varu.consultation.PublicExamples;
import lv.varu.document.Documents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a consultation was made known, and how one proves it. */
@VaruTest
class PublicationPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    ConsultationExamples people;

    @Autowired
    PublicExamples examples;

    @Autowired
    Publications publications;

    @Autowired
    Documents documents;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    Person elina;

    @BeforeEach
    void people() {
        elina = people.staff();
    }

    @Test
    void readsManyPublicationsWithAsManyStatementsAsOne() throws Exception {
        var few = examples.open("Paziņots reizi", 5);
        var many = examples.open("Paziņots daudzreiz", 5);
        for (int i = 0; i < 8; i++) {
            var again = new Publication(UUID.randomUUID(), many.id(), Channel.FACEBOOK);
            again.published("https://preili.example/" + i, Riga.today(clock), elina.name());
            publications.save(again);
        }
        see(page(few));
        assertThat(Statements.of(() -> see(page(many)))).isEqualTo(Statements.of(() -> see(page(few))));
    }

    @Test
    void keepsASecondPublicationInAChannelWithItsProof() throws Exception {
        var open = examples.open("Paziņots divreiz", 5);
        mvc.perform(multipart(page(open) + "/jauna")
                        .file(new MockMultipartFile(
                                "files", "ekrans.txt", "text/plain", "Proof".getBytes(StandardCharsets.UTF_8)))
                        .param("channel", "WEBSITE")
                        .param("link", "https://preili.example/otrais")
                        .param("publishedOn", Riga.today(clock).toString())
                        .param("reach", "1 200")
                        .param("note", "Ieraksts piesprausts augšā")
                        .with(csrf())
                        .with(ConsultationExamples.as(elina)))
                .andExpect(redirectedUrl(page(open)));

        see(page(open))
                .andExpect(content()
                        .string(allOf(
                                containsString("https://preili.example/otrais"),
                                containsString("ekrans.txt"),
                                containsString("1200"))));
        mvc.perform(get("/apspriesanas/" + open.code()))
                .andExpect(content().string(containsString("https://preili.example/otrais")));
        var kept = latest(open);
        var proof = documents.of(PublicationDesk.proofOf(kept.id())).get(0);
        see(page(open) + "/" + kept.id() + "/faili/" + proof.id());
        send(page(open) + "/" + kept.id() + "/faili/" + proof.id() + "/nonemt")
                .andExpect(redirectedUrl(page(open) + "/" + kept.id()));
        see(page(open) + "/" + kept.id() + "/dzest")
                .andExpect(content().string(containsString("Dzēst šo publikāciju?")));
        send(page(open) + "/" + kept.id() + "/dzest").andExpect(redirectedUrl(page(open)));

        assertThat(publications.findById(kept.id())).isEmpty();
        assertThat(actions(open.id()))
                .contains("consultation.published-in-channel", "consultation.publication-deleted");
    }

    @Test
    void saysBesideEachFieldHowToMendIt() throws Exception {
        var open = examples.open("Ar kļūdām", 5);
        mvc.perform(multipart(page(open) + "/jauna")
                        .param("publishedOn", Riga.today(clock).plusDays(1).toString())
                        .param("reach", "daudz")
                        .param("note", "Paliek")
                        .with(csrf())
                        .with(ConsultationExamples.as(elina)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Izvēlieties kanālu."),
                                containsString("Ierakstiet saiti vai aprakstiet, kur publicēts."),
                                containsString("Šī diena vēl nav pienākusi."),
                                containsString("Ierakstiet veselu skaitli, piemēram, 1200."),
                                containsString("Paliek"))));
    }

    @Test
    void keepsWhatATaskStillHasToPublish() throws Exception {
        var open = examples.open("Plānots", 5);
        var planned = publications.findByConsultationIdOrderByChannel(open.id()).stream()
                .filter(publication -> publication.publishedOn() == null)
                .findFirst()
                .orElseThrow();

        send(page(open) + "/" + planned.id() + "/dzest");

        assertThat(publications.findById(planned.id())).isPresent();
        mvc.perform(get(page(open)).with(ConsultationExamples.as(people.stranger())))
                .andExpect(status().isForbidden());
    }

    private Publication latest(Consultation consultation) {
        return publications.findByConsultationIdOrderByChannel(consultation.id()).stream()
                .filter(publication -> publication.reach() != null)
                .findFirst()
                .orElseThrow();
    }

    private static String page(Consultation consultation) {
        return "/darbs/apspriesanas/" + consultation.code() + "/publikacijas";
    }

    private ResultActions see(String path) throws Exception {
        return mvc.perform(get(path).with(ConsultationExamples.as(elina))).andExpect(status().isOk());
    }

    private ResultActions send(String path) throws Exception {
        return mvc.perform(post(path).with(csrf()).with(ConsultationExamples.as(elina)));
    }

    private List<String> actions(UUID id) {
        return transaction.execute(status -> trail.of(ConsultationDesk.key(id), Pageable.unpaged()).stream()
                .map(TrailEntry::action)
                .toList());
    }
}
