package lv.varu.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people type becomes text in letters: never markup, never a header, never a line of ours. */
class LetterFuzzTest {
    @Property
    void keepsEveryHeaderOnOneLine(@ForAll("typed") String text) {
        assertThat(Addresses.oneLine(text)).doesNotContain("\r", "\n", "\u2028", "\u2029", "\u0085");
    }

    @Property
    void takesNoAddressThatEndsALine(@ForAll("typed") String text) {
        String email = "a@b.lv" + text;
        try {
            assertThat(Addresses.checked(email)).doesNotContainAnyWhitespaces().doesNotContain(",", "<", ">", ";");
        } catch (MalformedAddress refused) {
            assertThat(text).isNotEmpty();
        }
    }

    @Property
    void showsTypedMarkupAsText(@ForAll("typed") String text) {
        Object value = LetterValue.marked("<script>" + text + "</script>");
        String html = new LetterBody("Sveiki!\n\n" + value + "\n\n- " + value).html(List.of());
        assertThat(html).contains("&lt;script&gt;").doesNotContain("<script", "<img", "</script");
    }

    @Property
    void readsOrRefusesAnEditedText(@ForAll("patterns") String pattern) {
        assertThatCode(() -> {
                    try {
                        new MessageFormat(pattern, Locale.forLanguageTag("lv"))
                                .format(Map.of("title", "Ceļš", "days", 3));
                    } catch (IllegalArgumentException refused) {
                        // The standard text goes out instead.
                    }
                })
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(80),
                Arbitraries.strings()
                        .withChars("<>\"'&/ a:,;@\r\n\t\u0000\u0085\u2028\uE000\uE001\uE002- ")
                        .ofMaxLength(60));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings()
                .withChars("{}title,days#' plural select one other=<0123")
                .ofMaxLength(60);
    }
}
