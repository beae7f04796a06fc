package lv.varu.project;

import java.net.URI;
import lv.varu.account.People;
import lv.varu.account.PublicAddress;
import lv.varu.account.Role;
import lv.varu.directory.Partnerships;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import org.springframework.stereotype.Component;

/** What the managers of a partnership hear about the end of keeping. */
@Component
class RetentionLetters {
    private final Outbox outbox;
    private final People people;
    private final Partnerships partnerships;
    private final PublicAddress address;

    RetentionLetters(Outbox outbox, People people, Partnerships partnerships, PublicAddress address) {
        this.outbox = outbox;
        this.people = people;
        this.partnerships = partnerships;
        this.address = address;
    }

    void proposed(RetentionRound round) {
        post(round, "proposed", round.total());
    }

    void finished(RetentionRound round) {
        post(round, "finished", round.erased());
    }

    private void post(RetentionRound round, String template, long records) {
        outbox.postAll(people.of(round.partnership(), Role.MANAGER).stream()
                .map(person -> Letter.about(round.key(), "retention.mail." + template, person.email(), person.name())
                        .in(person.language())
                        .of(round.partnership())
                        .with(
                                "partnership",
                                partnerships.find(round.partnership()).name(person.language()))
                        .with("records", records)
                        .with("consultations", round.items())
                        .action(URI.create(address.of("/darbs/glabasana/" + round.id())))
                        .once("retention-" + template + ":" + round.id() + ":" + person.id())
                        .seal())
                .toList());
    }
}
