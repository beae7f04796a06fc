package lv.varu.consultation.publication;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lv.varu.consultation.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * What staff enter about a publication. Everything stays text until it is checked, so that nothing typed is lost.
 *
 * @param link or where it was, when there is no link
 */
record PublicationForm(
        @Nullable String channel,
        @Nullable String link,
        @Nullable String publishedOn,
        @Nullable String reach,
        @Nullable String note,
        List<MultipartFile> files) {
    private static final int LONGEST_LINK = 500;
    private static final int LONGEST_NOTE = 1000;

    PublicationForm {
        files = Uploads.chosen(files);
    }

    static PublicationForm empty(LocalDate today) {
        return new PublicationForm(null, null, today.toString(), null, null, List.of());
    }

    static PublicationForm of(Publication publication, LocalDate today) {
        return new PublicationForm(
                publication.channel().name(),
                publication.link(),
                Objects.requireNonNullElse(publication.publishedOn(), today).toString(),
                Objects.toString(publication.reach(), ""),
                publication.note(),
                List.of());
    }

    /** Nothing when something is wrong and {@code errors} says what. */
    Optional<Published> published(LocalDate today, Errors errors) {
        var where = Arrays.stream(Channel.values())
                .filter(code -> code.name().equals(channel))
                .findFirst();
        if (where.isEmpty()) {
            errors.rejectValue("channel", "consultation.publishing.channel.missing");
        }
        var address = Objects.toString(link, "").strip();
        if (address.isEmpty()) {
            errors.rejectValue("link", "consultation.publishing.link.missing");
        } else if (address.length() > LONGEST_LINK) {
            errors.rejectValue("link", "consultation.text.long");
        }
        var day = day(today, errors);
        var seen = seen(errors);
        var remark = Objects.toString(note, "").strip();
        if (remark.length() > LONGEST_NOTE) {
            errors.rejectValue("note", "consultation.text.long");
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new Published(
                        where.orElseThrow(), address, day.orElseThrow(), seen, remark.isEmpty() ? null : remark));
    }

    private Optional<LocalDate> day(LocalDate today, Errors errors) {
        try {
            var day = LocalDate.parse(Objects.toString(publishedOn, ""));
            if (day.isAfter(today)) {
                errors.rejectValue("publishedOn", "consultation.publishing.date.future");
            }
            return Optional.of(day);
        } catch (DateTimeParseException wrong) {
            errors.rejectValue("publishedOn", "consultation.publishing.date.missing");
            return Optional.empty();
        }
    }

    private @Nullable Integer seen(Errors errors) {
        var number = Objects.toString(reach, "").replaceAll("[\\s\\u00a0]", "");
        if (number.isEmpty()) {
            return null;
        }
        if (!number.matches("\\d{1,9}")) {
            errors.rejectValue("reach", "consultation.publishing.reach.wrong");
            return null;
        }
        return Integer.valueOf(number);
    }

    /** A publication as it is to be kept. */
    record Published(
            Channel channel,
            String link,
            LocalDate on,
            @Nullable Integer reach,
            @Nullable String note) {}
}
