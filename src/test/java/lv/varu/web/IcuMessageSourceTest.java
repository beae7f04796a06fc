package lv.varu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.DefaultMessageSourceResolvable;

class IcuMessageSourceTest {
    private static final Locale LV = Locale.forLanguageTag("lv");
    private static final Map<Locale, Map<String, String>> TEXTS = Map.of(
            LV,
            Map.of(
                    "days", "{0, plural, zero{# dienu} one{# diena} other{# dienas}}",
                    "hello", "Sveiki, {name}!",
                    "only", "tikai latviski",
                    "field", "E-pasts",
                    "size", "no {min} līdz {max}",
                    "about", "Lauks {0}"),
            Locale.ENGLISH,
            Map.of("hello", "Hello, {name}!", "days", "{0, plural, one{# day} other{# days}}"));

    private final IcuMessageSource messages = new IcuMessageSource(TEXTS, UnaryOperator.identity());

    @Test
    void knowsTheThreeFormsOfLatvianPlurals() {
        assertThat(days(0)).isEqualTo("0 dienu");
        assertThat(days(1)).isEqualTo("1 diena");
        assertThat(days(2)).isEqualTo("2 dienas");
        assertThat(days(11)).isEqualTo("11 dienu");
        assertThat(days(21)).isEqualTo("21 diena");
        assertThat(days(25)).isEqualTo("25 dienas");
    }

    @Test
    void fillsArgumentsByName() {
        Object[] named = {Map.of("name", "Anna")};
        assertThat(messages.getMessage("hello", named, LV)).isEqualTo("Sveiki, Anna!");
        assertThat(messages.getMessage("hello", named, Locale.UK)).isEqualTo("Hello, Anna!");
    }

    @Test
    void speaksLatvianWhenThereIsNothingElse() {
        assertThat(messages.getMessage("only", null, Locale.ENGLISH)).isEqualTo("tikai latviski");
        assertThat(messages.getMessage("only", null, Locale.GERMAN)).isEqualTo("tikai latviski");
    }

    @Test
    void leavesNamesForTheValidatorToFill() {
        assertThat(messages.getMessage("size", null, null, LV)).isEqualTo("no {min} līdz {max}");
    }

    @Test
    void resolvesAnArgumentThatIsItselfAText() {
        Object[] arguments = {new DefaultMessageSourceResolvable("field")};
        assertThat(messages.getMessage("about", arguments, LV)).isEqualTo("Lauks E-pasts");
    }

    @Test
    void takesTheFirstKeyThatItKnows() {
        var error = new DefaultMessageSourceResolvable(new String[] {"NotBlank.form", "only"}, "must not be blank");
        assertThat(messages.getMessage(error, LV)).isEqualTo("tikai latviski");
        var unknown = new DefaultMessageSourceResolvable(new String[] {"NotBlank"}, "Aizpildiet {šo}.");
        assertThat(messages.getMessage(unknown, LV)).isEqualTo("Aizpildiet {šo}.");
    }

    @Test
    void showsTheKeyOrRefuses() {
        assertThat(messages.getMessage("unknown", null, LV)).isEqualTo("unknown");
        assertThat(messages.getMessage("unknown", null, null, LV)).isNull();
        var strict = new IcuMessageSource(TEXTS, key -> {
            throw new NoSuchMessageException(key);
        });
        assertThatExceptionOfType(NoSuchMessageException.class)
                .isThrownBy(() -> strict.getMessage("unknown", null, LV));
    }

    private String days(int n) {
        return messages.getMessage("days", new Object[] {n}, LV);
    }
}
