package lv.varu.inquiry;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.account.PublicAddress;
import lv.varu.calendar.LatvianDates;
import lv.varu.inquiry.Inquiry.Line;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import org.springframework.stereotype.Component;

/** What the person and the office hear about a wish. */
@Component
class InquiryLetters {
    private final Outbox outbox;
    private final People people;
    private final FindingWords words;
    private final LatvianDates dates;
    private final PublicAddress address;

    InquiryLetters(Outbox outbox, People people, FindingWords words, LatvianDates dates, PublicAddress address) {
        this.outbox = outbox;
        this.people = people;
        this.words = words;
        this.dates = dates;
        this.address = address;
    }

    void confirm(Inquiry inquiry, String token) {
        outbox.post(toAsker(inquiry, "confirm")
                .with("until", dates.dateTime(Objects.requireNonNull(inquiry.confirmBy()), inquiry.language()))
                .secretAction(URI.create(address.of("/privatums/apstiprinat/" + token)))
                .seal());
    }

    void received(Inquiry inquiry) {
        outbox.post(toAsker(inquiry, "received")
                .with("until", due(inquiry, inquiry.language()))
                .once("inquiry-received:" + inquiry.id())
                .seal());
    }

    void copy(Inquiry inquiry, Dossier dossier, String token, Instant end) {
        var found = dossier.groups().stream()
                .map(group -> words.counted(group.kind(), group.findings().size(), inquiry.language()))
                .toList();
        outbox.post(toAsker(inquiry, "copy")
                .with("found", found)
                .with("until", dates.dateTime(end, inquiry.language()))
                .secretAction(URI.create(address.of("/privatums/kopija/" + token)))
                .seal());
    }

    void erased(Inquiry inquiry, List<Line> lines) {
        var gone = lines.stream()
                .filter(line -> line.fate() == Line.Fate.GOES || line.fate() == Line.Fate.LOSES_PERSON)
                .map(line -> words.line(line, inquiry.language()))
                .toList();
        var kept = lines.stream()
                .filter(line -> line.fate() == Line.Fate.STAYS || line.fate() == Line.Fate.KEPT)
                .map(line -> words.line(line, inquiry.language()))
                .toList();
        outbox.post(toAsker(inquiry, "erased")
                .with("hasGone", !gone.isEmpty())
                .with("gone", gone)
                .with("hasKept", !kept.isEmpty())
                .with("kept", kept)
                .with("hasReason", inquiry.reason() != null)
                .with("reason", Objects.requireNonNullElse(inquiry.reason(), ""))
                .seal());
    }

    void nothing(Inquiry inquiry) {
        outbox.post(toAsker(inquiry, "nothing").seal());
    }

    void refused(Inquiry inquiry) {
        outbox.post(toAsker(inquiry, "refused")
                .with("reason", Objects.requireNonNull(inquiry.reason()))
                .seal());
    }

    void extended(Inquiry inquiry) {
        outbox.post(toAsker(inquiry, "extended")
                .with("until", due(inquiry, inquiry.language()))
                .with("reason", Objects.requireNonNull(inquiry.extensionReason()))
                .seal());
    }

    void toOffice(Inquiry inquiry) {
        outbox.postAll(office().map(person -> toOffice(inquiry, "arrived", person)
                        .once("inquiry-arrived:" + inquiry.id() + ":" + person.id())
                        .seal())
                .toList());
    }

    void remind(List<Inquiry> due, LocalDate today) {
        outbox.postAll(due.stream()
                .flatMap(inquiry -> office().map(person -> toOffice(
                                inquiry,
                                inquiry.dueOn() != null && inquiry.dueOn().isBefore(today) ? "late" : "due",
                                person)
                        .once("inquiry-due:" + inquiry.id() + ":" + inquiry.dueOn() + ":" + person.id()
                                + (inquiry.dueOn() != null && inquiry.dueOn().isBefore(today) ? ":late" : ""))
                        .seal()))
                .toList());
    }

    private Stream<Person> office() {
        return Stream.concat(people.managers().stream(), people.administrators().stream());
    }

    private Letter.Draft toAsker(Inquiry inquiry, String template) {
        return Letter.about(
                        inquiry.key(),
                        "inquiry.mail." + template,
                        inquiry.email(),
                        Objects.requireNonNullElse(inquiry.name(), inquiry.email()))
                .in(inquiry.language())
                .with("wish", inquiry.wish())
                .with("email", inquiry.email());
    }

    private Letter.Draft toOffice(Inquiry inquiry, String template, Person person) {
        return Letter.about(inquiry.key(), "inquiry.mail." + template, person.email(), person.name())
                .in(person.language())
                .with("wish", inquiry.wish())
                .with("until", due(inquiry, person.language()))
                .action(URI.create(address.of("/darbs/datu-pieprasijumi/" + inquiry.id())));
    }

    private String due(Inquiry inquiry, Locale language) {
        return dates.date(Objects.requireNonNull(inquiry.dueOn()), language);
    }
}
