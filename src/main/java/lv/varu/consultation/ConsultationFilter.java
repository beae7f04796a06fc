package lv.varu.consultation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What a list of consultations is narrowed to.
 *
 * @param words found in title or code; an empty text does not narrow
 * @param owner code of a partnership
 * @param statuses none means any
 */
@NamedInterface("shared")
public record ConsultationFilter(String words, @Nullable String owner, Set<ConsultationStatus> statuses) {
    public static final ConsultationFilter ALL = new ConsultationFilter("", null, Set.of());

    public ConsultationFilter {
        words = words.strip();
        statuses = Set.copyOf(statuses);
    }

    public static ConsultationFilter in(Set<ConsultationStatus> statuses) {
        return new ConsultationFilter("", null, statuses);
    }

    /** Empty for all, because a query cannot tell the type of a null. */
    String ownerOrAll() {
        return owner == null ? "" : owner;
    }

    Set<ConsultationStatus> wanted() {
        return statuses.isEmpty() ? Set.of(ConsultationStatus.values()) : statuses;
    }

    /** For {@code like}; what people type is text, not a pattern. */
    String pattern() {
        return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
