package lv.varu.suggestion;

import java.time.DayOfWeek;
import java.util.Objects;
import java.util.UUID;
import lv.varu.directory.Places;
import lv.varu.suggestion.BoxDetails.Keeper;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A box, as staff type it.
 *
 * @param id given when the form is opened, so that a second click registers nothing more
 * @param keeperName nobody in the parish, when name and e-mail are empty
 */
record BoxForm(
        @Nullable UUID id,
        @Nullable Integer version,
        @Nullable String place,
        @Nullable String spot,
        @Nullable String keeperName,
        @Nullable String keeperEmail,
        @Nullable String keeperPhone,
        @Nullable String keeperLanguage,
        @Nullable String every,
        Schedule.@Nullable Unit unit,
        @Nullable DayOfWeek weekday) {
    private static final int LONGEST = 200;

    static BoxForm blank() {
        return new BoxForm(
                UUID.randomUUID(),
                null,
                null,
                null,
                null,
                null,
                null,
                "lv",
                "1",
                Schedule.Unit.MONTHS,
                DayOfWeek.MONDAY);
    }

    static BoxForm of(SuggestionBox box) {
        Keeper keeper = box.keeper();
        return new BoxForm(
                box.id(),
                box.version(),
                box.place(),
                box.spot(),
                keeper == null ? null : keeper.name(),
                keeper == null ? null : keeper.email(),
                keeper == null ? null : keeper.phone(),
                keeper == null ? "lv" : keeper.language(),
                String.valueOf(box.schedule().every()),
                box.schedule().unit(),
                box.schedule().weekday());
    }

    void check(Places places, Errors errors) {
        if (text(place) == null || places.lookUp(text(place)).isEmpty()) {
            errors.rejectValue("place", "suggestion.fault.place.missing");
        }
        if (text(spot) == null) {
            errors.rejectValue("spot", "suggestion.fault.spot.missing");
        } else if (Objects.requireNonNull(spot).length() > LONGEST) {
            errors.rejectValue("spot", "suggestion.fault.long");
        }
        if (text(keeperName) != null && text(keeperEmail) == null) {
            errors.rejectValue("keeperEmail", "suggestion.fault.email.missing");
        }
        if (text(keeperEmail) != null) {
            if (text(keeperName) == null) {
                errors.rejectValue("keeperName", "suggestion.fault.keeper.missing");
            }
            if (!Objects.requireNonNull(text(keeperEmail)).matches("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>.]+")) {
                errors.rejectValue("keeperEmail", "suggestion.fault.email");
            }
        }
        if (text(every) == null || !Objects.requireNonNull(text(every)).matches("[1-9]|1[0-2]")) {
            errors.rejectValue("every", "suggestion.fault.every");
        }
        if (unit == null) {
            errors.rejectValue("unit", "suggestion.fault.unit.missing");
        }
        if (weekday == null) {
            errors.rejectValue("weekday", "suggestion.fault.weekday.missing");
        }
    }

    BoxDetails details() {
        Keeper keeper = text(keeperName) == null
                ? null
                : new Keeper(
                        Objects.requireNonNull(text(keeperName)),
                        Objects.requireNonNull(text(keeperEmail)),
                        text(keeperPhone),
                        "en".equals(keeperLanguage) ? "en" : "lv");
        return new BoxDetails(
                Objects.requireNonNull(text(place)),
                Objects.requireNonNull(text(spot)),
                keeper,
                new Schedule(
                        Integer.parseInt(Objects.requireNonNull(text(every))),
                        Objects.requireNonNull(unit),
                        Objects.requireNonNull(weekday)));
    }

    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
