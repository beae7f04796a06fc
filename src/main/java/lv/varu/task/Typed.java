package lv.varu.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;

/** What a person typed into a form, by the names of its fields, exactly as it came. */
record Typed(Map<String, List<String>> values, Map<String, List<MultipartFile>> files) {
    /** Which of our buttons sent the form. */
    static final String BUTTON = "darbiba";

    private static final Set<String> OURS = Set.of("_csrf", BUTTON);

    static Typed of(NativeWebRequest request) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, typed) -> {
            if (!OURS.contains(name)) {
                values.put(name, Arrays.asList(typed));
            }
        });
        var parts = request.getNativeRequest(MultipartRequest.class);
        return new Typed(values, parts == null ? Map.of() : parts.getMultiFileMap());
    }

    /** Values of a program in place of a person's. */
    static Typed of(Map<String, ?> values) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        values.forEach((name, value) -> typed.put(name, texts(value)));
        return new Typed(typed, Map.of());
    }

    private static List<String> texts(@Nullable Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Collection<?> several) {
            several.forEach(each -> texts.add(Objects.toString(each, "")));
        } else {
            texts.add(Objects.toString(value, ""));
        }
        return texts;
    }

    /** Empty when the field is not there. */
    String first(String name) {
        List<String> typed = values.getOrDefault(name, List.of());
        return typed.isEmpty() ? "" : typed.get(0).strip();
    }
}
