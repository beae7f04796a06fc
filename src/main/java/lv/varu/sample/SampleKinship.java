package lv.varu.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.calendar.Riga;
import lv.varu.directory.Topic;
import lv.varu.proposal.merging.MergingDesk;
import lv.varu.proposal.merging.SplittingDesk;
import lv.varu.sample.SampleFiles.ProposalEntry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Merges what says the same and splits what asks for two things. */
@Component
@ConditionalOnProperty("varu.demo")
class SampleKinship {
    private final MergingDesk merging;
    private final SplittingDesk splitting;
    private final SampleClock clock;

    SampleKinship(MergingDesk merging, SplittingDesk splitting, SampleClock clock) {
        this.merging = merging;
        this.splitting = splitting;
        this.clock = clock;
    }

    void tell(Map<ProposalEntry, UUID> known, LocalDate today, Person staff) {
        Optional<UUID> lamps = called(known, "Lampas uz ceļa no stacijas");
        Optional<UUID> same = called(known, "Gaisma no Indras vilciena līdz mājām");
        if (lamps.isPresent() && same.isPresent()) {
            as(
                    staff,
                    today,
                    () -> merging.merge(
                            lamps.get(),
                            List.of(same.get()),
                            "Abi lūdz saules lampas uz viena un tā paša ceļa no Indras stacijas.",
                            staff));
        }
        called(known, "Dagdas skolas apkārtne vasarā un ziemā")
                .ifPresent(school -> as(staff, today, () -> splitting.split(school, parts(), staff)));
    }

    private static List<SplittingDesk.Part> parts() {
        return List.of(
                new SplittingDesk.Part(
                        "Koki Dagdas skolas pagalmā",
                        "Skolas pagalmā vasarā nav ēnas. Lūdzu iestādiet kokus gar sporta laukumu.",
                        Topic.SURROUNDINGS,
                        "KRASLAVA",
                        "KRASLAVA-DAGDA"),
                new SplittingDesk.Part(
                        "Dagdas skolas sporta zāles logi",
                        "Ziemā sporta zālē ir +12 grādi: logi ir veci, un siltums iet ārā. Tos vajadzētu nomainīt.",
                        Topic.BUILDINGS,
                        "KRASLAVA",
                        "KRASLAVA-DAGDA"));
    }

    private static Optional<UUID> called(Map<ProposalEntry, UUID> known, String title) {
        return known.entrySet().stream()
                .filter(entry -> entry.getKey().title().equals(title))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void as(Person staff, LocalDate today, Runnable work) {
        clock.moveTo(
                today.minusDays(1).atTime(LocalTime.of(19, 0)).atZone(Riga.ZONE).toInstant());
        Acting.as(Actor.account(staff.id()), null, work);
    }
}
