package lv.varu.inquiry;

import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * The last look before an erasure.
 *
 * @param keep kinds of records that the office must keep
 */
record ErasureForm(
        @Nullable Set<String> keep,

        @Size(max = 2000, message = "{inquiry.reason.long}") @Nullable
        String reason,

        @Nullable Boolean sure) {
    static final ErasureForm BLANK = new ErasureForm(Set.of(), null, null);

    ErasureForm {
        keep = keep == null ? Set.of() : Set.copyOf(keep);
    }

    Set<String> kept() {
        return keep == null ? Set.of() : keep;
    }

    @Nullable
    String text() {
        return StringUtils.hasText(reason) ? reason.strip() : null;
    }

    void check(Errors errors) {
        if (!kept().isEmpty() && text() == null) {
            errors.rejectValue("reason", "inquiry.erase.reason.missing");
        }
        if (!Boolean.TRUE.equals(sure)) {
            errors.rejectValue("sure", "inquiry.erase.sure.missing");
        }
    }
}
