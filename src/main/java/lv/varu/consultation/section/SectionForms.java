package lv.varu.consultation.section;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What staff enter about sections of a draft document. */
final class SectionForms {
    /** More would make the public form's list useless. */
    static final int MOST = 500;

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_TITLE = 300;
    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,3}");
    // A table copied from a spreadsheet comes with tabs.
    private static final Pattern BETWEEN = Pattern.compile("[\\t;]");

    private SectionForms() {}

    /** A section as it is to be kept. */
    record Line(String code, String title, @Nullable Integer page) {
        static String same(String code) {
            return code.toLowerCase(Locale.ROOT);
        }
    }

    /** Many at once, one a line: code; title; page. */
    record Many(@Nullable String lines) {
        static final Many EMPTY = new Many(null);

        /** Nothing when something is wrong and {@code errors} says in which line. */
        Optional<List<Line>> sections(Set<String> known, Errors errors) {
            var taken = new HashSet<>(known);
            var sections = new ArrayList<Line>();
            int number = 0;
            for (var line : Objects.toString(lines, "").lines().toList()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                var parts = BETWEEN.split(line.strip(), 3);
                var code = parts[0].strip();
                var title = parts.length < 2 ? "" : parts[1].strip();
                var page = parts.length < 3 ? "" : parts[2].strip();
                var fault = fault(code, title, page, taken);
                if (fault != null) {
                    errors.rejectValue("lines", fault, new Object[] {number}, null);
                } else {
                    taken.add(Line.same(code));
                    sections.add(new Line(code, title, asNumber(page)));
                }
            }
            if (!errors.hasErrors() && sections.isEmpty()) {
                errors.rejectValue("lines", "consultation.section.lines.missing");
            }
            if (!errors.hasErrors() && known.size() + sections.size() > MOST) {
                errors.rejectValue("lines", "consultation.section.lines.many", new Object[] {MOST}, null);
            }
            return errors.hasErrors() ? Optional.empty() : Optional.of(sections);
        }
    }

    /** One of them. */
    record One(
            @Nullable String code,
            @Nullable String title,
            @Nullable String number) {

        static One of(DraftSection section) {
            return new One(section.code(), section.title(), Objects.toString(section.page(), ""));
        }

        /** @param known codes of the other sections */
        Optional<Line> section(Set<String> known, Errors errors) {
            var mark = Objects.toString(code, "").strip();
            var name = Objects.toString(title, "").strip();
            var page = Objects.toString(number, "").strip();
            if (mark.isEmpty()) {
                errors.rejectValue("code", "consultation.section.code.missing");
            } else if (mark.length() > LONGEST_CODE) {
                errors.rejectValue("code", "consultation.text.long");
            } else if (known.contains(Line.same(mark))) {
                errors.rejectValue("code", "consultation.section.code.taken");
            }
            if (name.isEmpty()) {
                errors.rejectValue("title", "consultation.section.title.missing");
            } else if (name.length() > LONGEST_TITLE) {
                errors.rejectValue("title", "consultation.text.long");
            }
            if (!isPage(page)) {
                errors.rejectValue("number", "consultation.section.page.wrong");
            }
            return errors.hasErrors() ? Optional.empty() : Optional.of(new Line(mark, name, asNumber(page)));
        }
    }

    private static @Nullable String fault(String code, String title, String page, Set<String> taken) {
        if (code.isEmpty() || title.isEmpty()) {
            return "consultation.section.line.incomplete";
        }
        if (code.length() > LONGEST_CODE || title.length() > LONGEST_TITLE) {
            return "consultation.section.line.long";
        }
        if (!isPage(page)) {
            return "consultation.section.line.page";
        }
        return taken.contains(Line.same(code)) ? "consultation.section.line.taken" : null;
    }

    private static boolean isPage(String page) {
        return page.isEmpty() || PAGE.matcher(page).matches();
    }

    private static @Nullable Integer asNumber(String page) {
        return page.isEmpty() ? null : Integer.valueOf(page);
    }
}
