package lv.varu.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lv.varu.consultation.publication.Channel;
import lv.varu.consultation.registration.ConsultationCode;
import org.junit.jupiter.api.Test;

class ConsultationTest {
    private static final Instant NOW = Instant.parse("2021-11-01T08:00:00Z");

    private final Consultation consultation = Consultation.register(
            UUID.randomUUID(),
            ConsultationExamples.preili("2021-PREILI-AP", ConsultationExamples.FIRST, ConsultationExamples.LAST),
            NOW);

    @Test
    void lastsUntilMidnightInRigaOfItsLastDay() {
        assertThat(consultation.opensAt()).isEqualTo(Instant.parse("2021-11-11T22:00:00Z"));
        assertThat(consultation.closesAt()).isEqualTo(Instant.parse("2021-12-17T22:00:00Z"));
    }

    @Test
    void refusesToCloseBeforeItOpens() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Consultation.register(
                        UUID.randomUUID(),
                        ConsultationExamples.preili("X", ConsultationExamples.LAST, ConsultationExamples.FIRST),
                        NOW));
    }

    @Test
    void goesThroughItsLifeInOrder() {
        assertThat(consultation.phase()).isEqualTo(Phase.NOTICE);
        consultation.prepareNotice(ConsultationExamples.notice(Channel.WEBSITE));
        consultation.announce(NOW);
        assertThat(consultation.phase()).isEqualTo(Phase.WINDOW);
        consultation.open(NOW);
        consultation.close(NOW);
        assertThat(consultation.phase()).isEqualTo(Phase.POSITION);
        consultation.positionDelivered(NOW);
        assertThat(consultation.phase()).isEqualTo(Phase.ANSWERS);
        consultation.answersPublished(NOW);
        consultation.reported(NOW);
        assertThat(consultation.status()).isEqualTo(ConsultationStatus.REPORTED);
    }

    @Test
    void cannotBeCorrectedOnceItIsAnnounced() {
        consultation.announce(NOW);

        assertThatExceptionOfType(Consultation.WrongStatus.class)
                .isThrownBy(() -> consultation.correct(ConsultationExamples.preili(
                        "2021-PREILI-AP", ConsultationExamples.FIRST, ConsultationExamples.LAST)));
    }

    @Test
    void cannotOpenBeforeItIsAnnounced() {
        assertThatExceptionOfType(Consultation.WrongStatus.class)
                .isThrownBy(() -> consultation.open(NOW))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(ConsultationStatus.PREPARING));
    }

    @Test
    void forgetsTheCommentOfTheManagerWhenTheNoticeIsPreparedAgain() {
        consultation.returned("Īsāk!");
        assertThat(consultation.returnComment()).isEqualTo("Īsāk!");

        consultation.prepareNotice(ConsultationExamples.notice(Channel.WEBSITE));

        assertThat(consultation.returnComment()).isNull();
    }

    @Test
    void proposesACodeThatNobodyHas() {
        var taken = List.of("2026-PREILI-AP", "2026-PREILI-AP-2");

        assertThat(ConsultationCode.propose(2026, "PREILI", DocumentType.DEVELOPMENT_PROGRAMME, taken::contains))
                .isEqualTo("2026-PREILI-AP-3");
    }
}
