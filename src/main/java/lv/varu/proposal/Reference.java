package lv.varu.proposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What in the draft document a proposal is about, in the words of the day it was sent.
 *
 * @param section code of the section
 * @param title of the section
 */
@NamedInterface("shared")
public record Reference(
        @Nullable String section,
        @Nullable String title,
        @Nullable Integer page) {

    public static final Reference NONE = new Reference(null, null, null);

    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,3}");

    /** Message keys by the fields {@code section} and {@code draftPage}. */
    public static Map<String, String> faults(@Nullable String section, @Nullable String page, List<Section> sections) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (section != null && !section.isBlank() && named(section, sections).isEmpty()) {
            faults.put("section", "proposal.reference.section.gone");
        }
        if (page != null && !page.isBlank() && !PAGE.matcher(page.strip()).matches()) {
            faults.put("draftPage", "proposal.reference.page.wrong");
        }
        return faults;
    }

    /** Of what has no {@link #faults}. */
    public static Reference of(@Nullable String section, @Nullable String page, List<Section> sections) {
        Optional<Section> named = section == null ? Optional.empty() : named(section, sections);
        return new Reference(
                named.map(Section::code).orElse(null),
                named.map(Section::title).orElse(null),
                page == null || page.isBlank() ? null : Integer.valueOf(page.strip()));
    }

    // Who copies by hand may leave out the last dot or write a comma.
    private static Optional<Section> named(String section, List<Section> sections) {
        return sections.stream()
                .filter(one -> bare(one.code()).equals(bare(section)))
                .findFirst();
    }

    private static String bare(String code) {
        return code.strip().replace(',', '.').replaceAll("\\.+$", "").toLowerCase(Locale.ROOT);
    }
}
