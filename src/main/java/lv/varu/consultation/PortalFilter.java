package lv.varu.consultation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What visitors narrow consultations to.
 *
 * @param municipality code; a document of a region or of the state concerns every municipality in it
 * @param words found in title, summary or code, with or without diacritics
 */
record PortalFilter(
        Collection<ConsultationStatus> statuses,
        @Nullable String municipality,
        @Nullable String words) {

    static final PortalFilter ALL = new PortalFilter(ConsultationStatus.PUBLIC, null, null);

    static PortalFilter of(@Nullable Stage stage, @Nullable String municipality, @Nullable String words) {
        return new PortalFilter(stage == null ? ConsultationStatus.PUBLIC : stage.statuses(), municipality, words);
    }

    static PortalFilter of(Stage stage) {
        return of(stage, null, null);
    }

    /** Separated by commas, as the query takes them. */
    String statusNames() {
        return statuses.stream()
                .filter(ConsultationStatus::isPublic)
                .map(Enum::name)
                .collect(Collectors.joining(","));
    }

    /** Patterns separated by blanks; only letters and digits remain, so nothing in them has a meaning of its own. */
    String patterns() {
        String bare = Normalizer.normalize(words == null ? "" : words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(bare.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + word + "%")
                .collect(Collectors.joining(" "));
    }
}
