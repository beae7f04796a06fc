package lv.varu.task;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list is asked for.
 *
 * @param kind process and task key, {@code proposal.screen}
 */
record TaskFilter(TaskView view, String words, String kind, int page) {
    static final int PAGE = 25;
    private static final int LAST_PAGE = 10_000;

    static TaskFilter of(TaskView view, @Nullable String words, @Nullable String kind, int page) {
        return new TaskFilter(
                view,
                words == null ? "" : words.strip(),
                kind == null ? "" : kind,
                Math.max(0, Math.min(page, LAST_PAGE)));
    }

    // Public, because templates call them.

    public String getTab() {
        return view.word();
    }

    public boolean isNarrowed() {
        return !words.isEmpty() || !kind.isEmpty();
    }

    /** The address of the list, or of one task beside it. */
    public String link(int page, @Nullable Object taskId) {
        var link = UriComponentsBuilder.fromPath("/darbs/uzdevumi").queryParam("skats", view.word());
        if (StringUtils.hasText(words)) {
            link.queryParam("q", "{words}");
        }
        if (StringUtils.hasText(kind)) {
            link.queryParam("veids", "{kind}");
        }
        if (page > 0) {
            link.queryParam("page", page);
        }
        if (taskId != null) {
            link.queryParam("uzdevums", taskId);
        }
        return link.encode()
                .buildAndExpand(Map.of("words", words, "kind", kind))
                .toUriString();
    }
}
