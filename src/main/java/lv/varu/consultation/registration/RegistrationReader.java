package lv.varu.consultation.registration;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.account.Person;
import lv.varu.consultation.Details;
import lv.varu.consultation.DocumentType;
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Reads a registration form and says beside each field what is wrong with it. */
class RegistrationReader {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]+(-[0-9A-Z]+)*");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_SUMMARY = 4000;

    private final RegistrationForm form;
    private final Errors errors;

    RegistrationReader(RegistrationForm form, Errors errors) {
        this.form = form;
        this.errors = errors;
    }

    /** @param proposedCode used when none was typed */
    @Nullable
    Registration read(Person by, boolean sample, Function<RegistrationForm, String> proposedCode) {
        required("title", form.title(), 300);
        limited("titleEn", form.titleEn(), 300);
        requireChoices();
        var opensOn = day("opensOn", form.opensOn(), true);
        var closesOn = day("closesOn", form.closesOn(), true);
        if (opensOn != null && closesOn != null && closesOn.isBefore(opensOn)) {
            fault("closesOn", "order");
        }
        var officialClosesOn = day("officialClosesOn", form.officialClosesOn(), false);
        if (officialClosesOn != null && closesOn != null && !officialClosesOn.isAfter(closesOn)) {
            fault("officialClosesOn", "order");
        }
        checkUrl("tapUrl", form.tapUrl(), false);
        var from = year("periodFrom", form.periodFrom());
        var to = year("periodTo", form.periodTo());
        if (from != null && to != null && to < from) {
            fault("periodTo", "order");
        }
        checkCode();
        var details = details();
        if (errors.hasErrors() || opensOn == null || closesOn == null) {
            return null;
        }
        return new Registration(
                form.code().isEmpty() ? proposedCode.apply(form) : form.code(),
                form.title(),
                form.titleEn().isEmpty() ? null : form.titleEn(),
                DocumentType.valueOf(form.documentType()),
                from,
                to,
                opensOn,
                closesOn,
                form.hosts(),
                ownFirst(by),
                form.topics().stream().map(Topic::valueOf).collect(Collectors.toSet()),
                details,
                sample,
                form.ownHosted(),
                form.tapUrl().isEmpty() ? null : form.tapUrl(),
                officialClosesOn);
    }

    void demandSummary() {
        required("summary", form.summary(), LONGEST_SUMMARY);
        limited("summaryEn", form.summaryEn(), LONGEST_SUMMARY);
    }

    private void requireChoices() {
        if (Stream.of(DocumentType.values()).noneMatch(type -> type.name().equals(form.documentType()))) {
            fault("documentType", "missing");
        }
        if (form.hosts().isEmpty()) {
            fault("hosts", "missing");
        }
        if (form.ownHosted() && DocumentType.NATIONAL_ACT.name().equals(form.documentType())) {
            fault("ownHosted", "national");
        }
        if (form.owners().isEmpty()) {
            fault("owners", "missing");
        }
    }

    private void checkCode() {
        if (!form.code().isEmpty()
                && (form.code().length() > 40 || !CODE.matcher(form.code()).matches())) {
            fault("code", "wrong");
        }
    }

    private List<String> ownFirst(Person by) {
        var owners = new LinkedHashSet<String>();
        if (by.partnership() != null && form.owners().contains(by.partnership())) {
            owners.add(by.partnership());
        }
        owners.addAll(form.owners());
        return List.copyOf(owners);
    }

    private Details details() {
        var decision = form.decision();
        var contact = form.contact();
        var intake = form.intake();
        checkEmail("contact.email", contact.email());
        checkEmail("intake.email", intake.email());
        if (contact.name().isEmpty() && !contact.isBlank()) {
            fault("contact.name", "missing");
        }
        return new Details(
                decision.isBlank()
                        ? null
                        : new Details.Decision(
                                decision.council(),
                                day("decision.day", decision.day(), false),
                                decision.minutes(),
                                decision.paragraph()),
                rows("drafts", form.drafts(), this::draft),
                rows("links", form.links(), this::link),
                rows("places", form.places(), this::place),
                rows("meetings", form.meetings(), this::meeting),
                form.questions().stream()
                        .map(RegistrationForm.Question::text)
                        .filter(question -> !question.isEmpty())
                        .toList(),
                intake.isBlank() ? null : new Details.Intake(intake.email(), intake.post()),
                contact.isBlank() ? null : new Details.Contact(contact.name(), contact.email(), contact.phone()));
    }

    private interface Reading<R, T> {
        @Nullable
        T read(String field, R row);
    }

    private static <R extends RegistrationForm.Row, T> List<T> rows(String list, List<R> rows, Reading<R, T> reading) {
        var read = new ArrayList<T>();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isBlank()) {
                var row = reading.read(list + "[" + i + "]", rows.get(i));
                if (row != null) {
                    read.add(row);
                }
            }
        }
        return read;
    }

    private Details.DraftVersion draft(String field, RegistrationForm.Draft row) {
        required(field + ".label", row.label(), LONGEST_TEXT);
        checkUrl(field + ".url", row.url(), false);
        return new Details.DraftVersion(row.label(), day(field + ".day", row.day(), false), row.url());
    }

    private Details.WebLink link(String field, RegistrationForm.Link row) {
        required(field + ".label", row.label(), LONGEST_TEXT);
        checkUrl(field + ".url", row.url(), true);
        return new Details.WebLink(row.label(), row.url());
    }

    private Details.ViewingPlace place(String field, RegistrationForm.Viewing row) {
        required(field + ".name", row.name(), LONGEST_TEXT);
        return new Details.ViewingPlace(row.name(), row.address());
    }

    private Details.@Nullable Meeting meeting(String field, RegistrationForm.Meeting row) {
        required(field + ".place", row.place(), LONGEST_TEXT);
        checkUrl(field + ".url", row.url(), false);
        var day = day(field + ".day", row.day(), true);
        var time = time(field + ".time", row.time());
        if (day == null || time == null) {
            return null;
        }
        var until = row.until().isEmpty() ? null : parsed(field + ".until", row.until(), LocalTime::parse);
        if (until != null && !until.isAfter(time)) {
            fault(field + ".until", "wrong");
        }
        return new Details.Meeting(
                LocalDateTime.of(day, time), format(row.format()), row.place(), row.url(), until, kind(row.kind()));
    }

    private static Details.Meeting.Kind kind(String typed) {
        return Stream.of(Details.Meeting.Kind.values())
                .filter(kind -> kind.name().equals(typed))
                .findFirst()
                .orElse(Details.Meeting.Kind.MEETING);
    }

    private static Details.Meeting.Format format(String typed) {
        return Stream.of(Details.Meeting.Format.values())
                .filter(format -> format.name().equals(typed))
                .findFirst()
                .orElse(Details.Meeting.Format.IN_PERSON);
    }

    private void required(String field, String typed, int longest) {
        if (typed.isEmpty()) {
            fault(field, "missing");
        }
        limited(field, typed, longest);
    }

    private void limited(String field, String typed, int longest) {
        if (typed.length() > longest) {
            errors.rejectValue(field, "consultation.form.long", new Object[] {longest}, null);
        }
    }

    private @Nullable LocalDate day(String field, String typed, boolean needed) {
        if (typed.isEmpty()) {
            if (needed) {
                fault(field, "missing");
            }
            return null;
        }
        return parsed(field, typed, LocalDate::parse);
    }

    private @Nullable LocalTime time(String field, String typed) {
        if (typed.isEmpty()) {
            fault(field, "missing");
            return null;
        }
        return parsed(field, typed, LocalTime::parse);
    }

    private @Nullable Integer year(String field, String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        Integer year = parsed(field, typed, Integer::valueOf);
        if (year != null && (year < 1990 || year > 2100)) {
            fault(field, "wrong");
        }
        return year;
    }

    private <T> @Nullable T parsed(String field, String typed, Function<String, T> parser) {
        try {
            return parser.apply(typed);
        } catch (DateTimeException | NumberFormatException e) {
            fault(field, "wrong");
            return null;
        }
    }

    private void checkEmail(String field, String typed) {
        if (!typed.isEmpty() && !EMAIL.matcher(typed).matches()) {
            errors.rejectValue(field, "consultation.form.email.wrong");
        }
    }

    private void checkUrl(String field, String typed, boolean needed) {
        if (typed.isEmpty() && needed) {
            fault(field, "missing");
        }
        if (!typed.isEmpty() && !isWebAddress(typed)) {
            errors.rejectValue(field, "consultation.form.url.wrong");
        }
    }

    private static boolean isWebAddress(String typed) {
        try {
            var uri = URI.create(typed);
            return Objects.toString(uri.getScheme(), "").matches("https?") && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    // "meetings[2].day" has the message consultation.form.meetings.day.missing
    private void fault(String field, String fault) {
        errors.rejectValue(field, "consultation.form." + field.replaceAll("\\[\\d+]", "") + "." + fault);
    }
}
