package lv.varu.mail;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.BindParam;

/**
 * What an administrator looks for among the letters.
 *
 * @param text part of a recipient's address or name, or of a subject
 * @param older letters before this number follow
 * @param newer letters after this number follow
 */
record LetterSearch(
        @BindParam("stavoklis") @Nullable LetterState state,
        @BindParam("q") @Nullable String text,
        @BindParam("vecakas") @Nullable Long older,
        @BindParam("jaunakas") @Nullable Long newer) {
    static final int PAGE = 50;

    boolean backwards() {
        return newer != null;
    }

    public boolean isNarrowed() {
        return state != null || StringUtils.hasText(text);
    }

    void conditions(List<String> where, Map<String, Object> values) {
        if (state != null) {
            where.add("state = :state");
            values.put("state", state.name());
        }
        if (StringUtils.hasText(text)) {
            where.add("(recipient_email ilike :text or recipient_name ilike :text or subject ilike :text)");
            values.put("text", "%" + text.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%");
        }
        if (newer != null) {
            where.add("number > :newer");
            values.put("newer", newer);
        } else if (older != null) {
            where.add("number < :older");
            values.put("older", older);
        }
    }
}
