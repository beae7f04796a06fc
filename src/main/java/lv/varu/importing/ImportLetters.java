package lv.varu.importing;

import java.net.URI;
import java.util.stream.Stream;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.account.PublicAddress;
import lv.varu.account.Role;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import org.springframework.stereotype.Component;

/** Nobody watches a page for an hour, so an import that needs a person writes to them. */
@Component
class ImportLetters {
    private final Outbox outbox;
    private final People people;
    private final PublicAddress address;

    ImportLetters(Outbox outbox, People people, PublicAddress address) {
        this.outbox = outbox;
        this.people = people;
        this.address = address;
    }

    /** To whoever began it, and to the managers of their partnership. */
    void failed(Run run, Person by) {
        String partnership = by.partnership();
        Stream<Person> managers = partnership == null
                ? Stream.empty()
                : people.of(partnership, Role.MANAGER).stream().filter(manager -> !manager.equals(by));
        outbox.postAll(Stream.concat(Stream.of(by), managers)
                .map(to -> Letter.about(run.key(), "importing.letter.failed", to.email(), to.name())
                        .in(to.language())
                        .with("file", run.fileName())
                        .with("by", by.name())
                        .with("rows", run.rowsDone())
                        .action(URI.create(address.of("/darbs/importi/" + run.id())))
                        .seal())
                .toList());
    }
}
