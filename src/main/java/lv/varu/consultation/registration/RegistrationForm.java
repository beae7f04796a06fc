package lv.varu.consultation.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import lv.varu.account.Person;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.Details;
import org.jspecify.annotations.Nullable;

/**
 * What staff type about a document. Everything stays text until {@link RegistrationReader} reads it, so that nothing
 * typed is lost, and every list has rows that are still empty.
 */
record RegistrationForm(
        String documentType,
        String title,
        String titleEn,
        String code,
        String periodFrom,
        String periodTo,
        List<String> hosts,
        List<String> owners,
        String opensOn,
        String closesOn,
        List<String> topics,
        List<Question> questions,
        Decision decision,
        List<Draft> drafts,
        List<Link> links,
        List<Viewing> places,
        List<Meeting> meetings,
        Contact contact,
        Intake intake,
        Boolean ownHosted,
        String tapUrl,
        String officialClosesOn,
        String summary,
        String summaryEn) {

    /** A row of a list, or a part of its own; empty ones do not count. */
    interface Row {
        /** Everything typed into it. */
        String typed();

        default boolean isBlank() {
            return typed().isEmpty();
        }
    }

    record Question(String text) implements Row {
        static final Question EMPTY = new Question("");

        Question {
            text = RegistrationForm.typed(text);
        }

        @Override
        public String typed() {
            return text;
        }
    }

    record Decision(String council, String day, String minutes, String paragraph) implements Row {
        static final Decision EMPTY = new Decision("", "", "", "");

        Decision {
            council = RegistrationForm.typed(council);
            day = RegistrationForm.typed(day);
            minutes = RegistrationForm.typed(minutes);
            paragraph = RegistrationForm.typed(paragraph);
        }

        @Override
        public String typed() {
            return council + day + minutes + paragraph;
        }
    }

    record Draft(String label, String day, String url) implements Row {
        static final Draft EMPTY = new Draft("", "", "");

        Draft {
            label = RegistrationForm.typed(label);
            day = RegistrationForm.typed(day);
            url = RegistrationForm.typed(url);
        }

        @Override
        public String typed() {
            return label + day + url;
        }
    }

    record Link(String label, String url) implements Row {
        static final Link EMPTY = new Link("", "");

        Link {
            label = RegistrationForm.typed(label);
            url = RegistrationForm.typed(url);
        }

        @Override
        public String typed() {
            return label + url;
        }
    }

    record Viewing(String name, String address) implements Row {
        static final Viewing EMPTY = new Viewing("", "");

        Viewing {
            name = RegistrationForm.typed(name);
            address = RegistrationForm.typed(address);
        }

        @Override
        public String typed() {
            return name + address;
        }
    }

    /** Its kind and the way of taking part are always chosen, so they alone do not make a meeting. */
    record Meeting(String day, String time, String format, String place, String url, String until, String kind)
            implements Row {
        static final Meeting EMPTY = new Meeting("", "", "", "", "", "", "");

        Meeting {
            day = RegistrationForm.typed(day);
            time = RegistrationForm.typed(time);
            format = RegistrationForm.typed(format);
            place = RegistrationForm.typed(place);
            url = RegistrationForm.typed(url);
            until = RegistrationForm.typed(until);
            kind = RegistrationForm.typed(kind);
        }

        @Override
        public String typed() {
            return day + time + place + url + until;
        }
    }

    record Contact(String name, String email, String phone) implements Row {
        static final Contact EMPTY = new Contact("", "", "");

        Contact {
            name = RegistrationForm.typed(name);
            email = RegistrationForm.typed(email);
            phone = RegistrationForm.typed(phone);
        }

        @Override
        public String typed() {
            return name + email + phone;
        }
    }

    record Intake(String email, String post) implements Row {
        static final Intake EMPTY = new Intake("", "");

        Intake {
            email = RegistrationForm.typed(email);
            post = RegistrationForm.typed(post);
        }

        @Override
        public String typed() {
            return email + post;
        }
    }

    RegistrationForm {
        documentType = typed(documentType);
        title = typed(title);
        titleEn = typed(titleEn);
        code = typed(code);
        periodFrom = typed(periodFrom);
        periodTo = typed(periodTo);
        hosts = chosen(hosts);
        owners = chosen(owners);
        opensOn = typed(opensOn);
        closesOn = typed(closesOn);
        topics = chosen(topics);
        questions = rows(questions, Question.EMPTY);
        decision = Objects.requireNonNullElse(decision, Decision.EMPTY);
        drafts = rows(drafts, Draft.EMPTY);
        links = rows(links, Link.EMPTY);
        places = rows(places, Viewing.EMPTY);
        meetings = rows(meetings, Meeting.EMPTY);
        contact = Objects.requireNonNullElse(contact, Contact.EMPTY);
        intake = Objects.requireNonNullElse(intake, Intake.EMPTY);
        ownHosted = Objects.requireNonNullElse(ownHosted, false);
        tapUrl = typed(tapUrl);
        officialClosesOn = typed(officialClosesOn);
        summary = typed(summary).replace("\r\n", "\n");
        summaryEn = typed(summaryEn).replace("\r\n", "\n");
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static List<String> chosen(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }

    private static <R extends Row> List<R> rows(@Nullable List<R> rows, R empty) {
        return rows == null || rows.isEmpty()
                ? List.of(empty)
                : rows.stream()
                        .map(row -> Objects.requireNonNullElse(row, empty))
                        .toList();
    }

    /** The partnership of the person leads, and the person is the one to ask, unless somebody changes that. */
    static RegistrationForm blank(Person by) {
        var own = by.partnership() == null ? List.<String>of() : List.of(by.partnership());
        return new RegistrationForm(
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                own,
                "",
                "",
                List.of(),
                List.of(),
                Decision.EMPTY,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Contact(by.name(), by.email(), ""),
                Intake.EMPTY,
                false,
                "",
                "",
                "",
                "");
    }

    static RegistrationForm of(Consultation from) {
        var details = from.details();
        return new RegistrationForm(
                from.documentType().name(),
                from.title(),
                Objects.requireNonNullElse(from.titleEn(), ""),
                from.code(),
                Objects.toString(from.periodFrom(), ""),
                Objects.toString(from.periodTo(), ""),
                from.hosts(),
                from.owners(),
                from.opensOn().toString(),
                from.closesOn().toString(),
                from.topics().stream().map(Enum::name).toList(),
                all(details.questions(), Question::new),
                decision(details.decision()),
                all(details.draftVersions(), draft -> new Draft(draft.label(), day(draft.date()), draft.url())),
                all(details.links(), link -> new Link(link.label(), link.url())),
                all(details.viewingPlaces(), place -> new Viewing(place.name(), place.address())),
                all(details.meetings(), RegistrationForm::meeting),
                contact(details.contact()),
                intake(details.intake()),
                from.isOwnHosted(),
                Objects.requireNonNullElse(from.tapUrl(), ""),
                day(from.officialClosesOn()),
                from.summary(),
                Objects.requireNonNullElse(from.summaryEn(), ""));
    }

    /** The same document once more; dates, versions and meetings are new. */
    RegistrationForm forNextRound() {
        return new RegistrationForm(
                documentType,
                title,
                titleEn,
                "",
                periodFrom,
                periodTo,
                hosts,
                owners,
                "",
                "",
                topics,
                questions,
                Decision.EMPTY,
                List.of(),
                links,
                places,
                List.of(),
                contact,
                intake,
                ownHosted,
                tapUrl,
                "",
                "",
                "");
    }

    /** What was typed, with everything as announced that cannot be corrected any more. */
    RegistrationForm after(RegistrationForm announced) {
        return new RegistrationForm(
                announced.documentType,
                title,
                titleEn,
                announced.code,
                announced.periodFrom,
                announced.periodTo,
                announced.hosts,
                announced.owners,
                announced.opensOn,
                announced.closesOn,
                announced.topics,
                questions,
                decision,
                List.of(),
                links,
                places,
                List.of(),
                contact,
                intake,
                announced.ownHosted,
                announced.tapUrl,
                announced.officialClosesOn,
                summary,
                summaryEn);
    }

    private static <T, R> List<R> all(List<T> kept, Function<T, R> row) {
        return kept.stream().map(row).toList();
    }

    private static Decision decision(Details.@Nullable Decision kept) {
        return kept == null
                ? Decision.EMPTY
                : new Decision(kept.council(), day(kept.date()), kept.minutesNumber(), kept.paragraph());
    }

    private static Meeting meeting(Details.Meeting kept) {
        return new Meeting(
                kept.at().toLocalDate().toString(),
                kept.at().toLocalTime().toString(),
                kept.format().name(),
                kept.place(),
                kept.url(),
                kept.until() == null ? "" : kept.until().toString(),
                kept.kind().name());
    }

    private static Contact contact(Details.@Nullable Contact kept) {
        return kept == null ? Contact.EMPTY : new Contact(kept.name(), kept.email(), kept.phone());
    }

    private static Intake intake(Details.@Nullable Intake kept) {
        return kept == null ? Intake.EMPTY : new Intake(kept.email(), kept.post());
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** The lists that can grow. */
    enum Rows {
        questions,
        drafts,
        links,
        places,
        meetings
    }

    RegistrationForm withOneMore(Rows list) {
        return new RegistrationForm(
                documentType,
                title,
                titleEn,
                code,
                periodFrom,
                periodTo,
                hosts,
                owners,
                opensOn,
                closesOn,
                topics,
                grown(list, Rows.questions, questions, Question.EMPTY),
                decision,
                grown(list, Rows.drafts, drafts, Draft.EMPTY),
                grown(list, Rows.links, links, Link.EMPTY),
                grown(list, Rows.places, places, Viewing.EMPTY),
                grown(list, Rows.meetings, meetings, Meeting.EMPTY),
                contact,
                intake,
                ownHosted,
                tapUrl,
                officialClosesOn,
                summary,
                summaryEn);
    }

    private static <R extends Row> List<R> grown(Rows asked, Rows list, List<R> rows, R empty) {
        return asked == list ? Stream.concat(rows.stream(), Stream.of(empty)).toList() : rows;
    }
}
