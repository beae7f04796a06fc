package lv.varu.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a form of a page would send, with some words of ours wherever it takes words. */
class Form {
    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern AREA = Pattern.compile("(?s)<textarea\\b([^>]*)>(.*?)</textarea>");
    private static final Pattern CHOICE = Pattern.compile("(?s)<select\\b([^>]*)>(.*?)</select>");
    private static final Pattern OPTION = Pattern.compile("<option\\b[^>]*>");

    private Form() {}

    /** The form that is sent to this address. */
    static Optional<Map<String, String>> of(String page, String action, String words) {
        var form = Pattern.compile("(?s)<form\\b[^>]*action=\"" + Pattern.quote(action) + "\"[^>]*>(.*?)</form>")
                .matcher(page);
        return form.find() ? Optional.of(fields(form.group(1), words)) : Optional.empty();
    }

    private static Map<String, String> fields(String form, String words) {
        var fields = new LinkedHashMap<String, String>();
        INPUT.matcher(form).results().map(MatchResult::group).forEach(input -> {
            var type = attribute(input, "type").orElse("text");
            var value = attribute(input, "value").orElse("");
            if (type.equals("radio") && input.contains("checked")
                    || type.equals("hidden")
                    || type.equals("date")
                    || type.equals("number")) {
                fields.put(name(input), value);
            } else if (type.equals("radio") || type.equals("checkbox")) {
                fields.putIfAbsent(name(input), attribute(input, "value").orElse("on"));
            } else if (type.equals("text")) {
                fields.put(name(input), value.isBlank() ? words : value);
            }
        });
        CHOICE.matcher(form).results().forEach(choice -> {
            var options = OPTION.matcher(choice.group(2))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            options.stream()
                    .filter(option -> option.contains("selected"))
                    .findFirst()
                    .or(() -> options.stream().findFirst())
                    .flatMap(option -> attribute(option, "value"))
                    .ifPresent(value -> fields.put(name(choice.group(1)), value));
        });
        AREA.matcher(form).results().forEach(area -> fields.put(name(area.group(1)), words));
        fields.remove("_csrf");
        return fields;
    }

    private static String name(String tag) {
        return attribute(tag, "name").orElse("-");
    }

    private static Optional<String> attribute(String tag, String name) {
        var found = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
