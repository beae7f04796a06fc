package lv.varu.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.Errors;

/**
 * What was promised, as staff type it; whatever they typed stays.
 *
 * @param amount as people write sums, "12 500,50"
 * @param nextOn computed when it is left empty
 */
record PromiseForm(
        @Nullable Decision decision,
        @Nullable String reason,
        @Nullable String what,
        @Nullable String amount,
        @Nullable String year,
        @Nullable String budgetLine,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate councilOn,

        @Nullable String link,
        @Nullable String contact,
        @Nullable String everyMonths,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate nextOn) {
    private static final Pattern SUM = Pattern.compile("\\d{1,10}([.,]\\d{1,2})?");
    private static final Pattern YEAR = Pattern.compile("20\\d\\d");
    private static final int LONGEST = 1000;

    enum Decision {
        FOLLOW,
        NOTHING
    }

    static PromiseForm blank(Commitment commitment) {
        return new PromiseForm(
                Decision.FOLLOW,
                null,
                commitment.title(),
                null,
                null,
                null,
                null,
                null,
                Objects.toString(commitment.contactId(), null),
                String.valueOf(commitment.everyMonths()),
                null);
    }

    static PromiseForm of(Commitment commitment) {
        Promised promised = Objects.requireNonNull(commitment.promised());
        return new PromiseForm(
                Decision.FOLLOW,
                null,
                promised.what(),
                promised.amount() == null
                        ? null
                        : promised.amount().toPlainString().replace('.', ','),
                Objects.toString(promised.year(), null),
                promised.budgetLine(),
                promised.councilOn(),
                promised.link(),
                Objects.toString(commitment.contactId(), null),
                String.valueOf(commitment.everyMonths()),
                commitment.nextOn());
    }

    boolean followsNothing() {
        return decision == Decision.NOTHING;
    }

    void check(LocalDate today, Errors errors) {
        if (decision == null) {
            errors.rejectValue("decision", "commitment.fault.decision.missing");
        } else if (followsNothing()) {
            if (text(reason) == null) {
                errors.rejectValue("reason", "commitment.fault.unfollowed.missing");
            }
        } else {
            checkPromise(today, errors);
        }
    }

    private void checkPromise(LocalDate today, Errors errors) {
        if (text(what) == null) {
            errors.rejectValue("what", "commitment.fault.what.missing");
        } else if (Objects.requireNonNull(what).length() > LONGEST) {
            errors.rejectValue("what", "commitment.fault.words.long");
        }
        if (text(amount) != null && sum().isEmpty()) {
            errors.rejectValue("amount", "commitment.fault.amount");
        }
        if (text(year) != null
                && !YEAR.matcher(Objects.requireNonNull(text(year))).matches()) {
            errors.rejectValue("year", "commitment.fault.year");
        }
        if (text(link) != null && !Progress.isAddress(Objects.requireNonNull(text(link)))) {
            errors.rejectValue("link", "commitment.fault.link");
        }
        if (nextOn != null && nextOn.isBefore(today)) {
            errors.rejectValue("nextOn", "commitment.fault.nextOn.past");
        }
        if (months().isEmpty()) {
            errors.rejectValue("everyMonths", "commitment.fault.months");
        }
    }

    Promised promised() {
        return new Promised(
                Objects.requireNonNull(text(what)),
                sum().orElse(null),
                text(year) == null ? null : Integer.valueOf(Objects.requireNonNull(text(year))),
                text(budgetLine),
                councilOn,
                text(link));
    }

    Asking asking() {
        return new Asking(
                text(contact) == null ? null : UUID.fromString(Objects.requireNonNull(text(contact))),
                months().orElseThrow(),
                nextOn);
    }

    /** As the form of the task takes them. */
    Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put("decision", Objects.toString(decision, ""));
        values.put("reason", Objects.toString(reason, ""));
        values.put("what", Objects.toString(what, ""));
        values.put("amount", Objects.toString(amount, ""));
        values.put("year", Objects.toString(year, ""));
        values.put("budgetLine", Objects.toString(budgetLine, ""));
        values.put("councilOn", Objects.toString(councilOn, ""));
        values.put("link", Objects.toString(link, ""));
        values.put("contact", Objects.toString(contact, ""));
        values.put("everyMonths", Objects.toString(everyMonths, ""));
        values.put("nextOn", Objects.toString(nextOn, ""));
        return values;
    }

    private Optional<BigDecimal> sum() {
        return Optional.ofNullable(text(amount))
                .map(typed -> typed.replaceAll("[\\s\\u00A0\\u202F€]|EUR", ""))
                .filter(typed -> SUM.matcher(typed).matches())
                .map(typed -> new BigDecimal(typed.replace(',', '.')));
    }

    private Optional<Integer> months() {
        return Optional.ofNullable(text(everyMonths))
                .filter(typed -> typed.matches("[1-9]|1\\d|2[0-4]"))
                .map(Integer::valueOf);
    }

    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
