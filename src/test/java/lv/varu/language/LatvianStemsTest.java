package lv.varu.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatvianStemsTest {

    @ParameterizedTest
    @CsvSource({
        "ceļš, ceļu",
        "ceļš, ceļiem",
        "ceļš, ceļa",
        "ceļš, ceļam",
        "apgaismojums, apgaismojuma",
        "apgaismojums, apgaismojumu",
        "bērnudārzs, bērnudārzam",
        "bērnudārzs, bērnudārzos",
        "skola, skolai",
        "skola, skolās",
        "tilts, tiltiem",
        "iela, ielu",
        "ielas, ielām",
        "pagasts, pagastā",
        "ūdens, ūdeni",
        "pļava, pļavām",
    })
    void bringsTheFormsOfOneWordTogether(String one, String other) {
        assertThat(words(one)).containsAnyElementsOf(words(other));
    }

    @ParameterizedTest
    @CsvSource({"celu, ceļš", "berndarzs, bērndārzos", "udensvads, ūdensvada", "skunis, šķūnis", "aglona, Aglonā"})
    void findsWhatIsTypedWithoutDiacritics(String typed, String written) {
        assertThat(words(written)).containsAnyElementsOf(words(typed));
    }

    @ParameterizedTest
    @CsvSource({"ceļš, cena", "skola, skola-2020", "tilts, tīkls", "iela, zāle"})
    void keepsDifferentWordsApart(String one, String other) {
        assertThat(LatvianStems.stems(one)).isNotEqualTo(LatvianStems.stems(other));
    }

    @Test
    void leavesOutWordsThatStandEverywhere() {
        assertThat(LatvianStems.stems("Lūdzam, lai ceļš uz skolu un no skolas būtu drošs"))
                .doesNotContain("lai", "uz", "un", "no")
                .contains("skol");
    }

    @Test
    void asksForEveryWordAndTakesTheLastForABeginning() {
        assertThat(LatvianStems.query("skolas apgaismojum")).hasValue("('skol') & ('apgaismoj':*)");
    }

    @Test
    void searchesBothFormsOfAWordWithDiacritics() {
        assertThat(LatvianStems.query("bērnudārza"))
                .hasValueSatisfying(query -> assertThat(query).contains("'bērnudārz':*", "'bernudarz':*"));
    }

    @Test
    void letsNothingIntoTheQueryButLettersAndDigits() {
        assertThat(LatvianStems.query("ceļš' | !(a:*) & \\'; drop"))
                .hasValueSatisfying(query ->
                        assertThat(query.replaceAll("'[\\p{L}\\p{N}]+'", "w")).matches("[w|&():* ]+"));
    }

    @Test
    void searchesForNothingWhenNothingIsLeft() {
        assertThat(LatvianStems.query(null)).isEmpty();
        assertThat(LatvianStems.query("  … !")).isEmpty();
        assertThat(LatvianStems.query("un")).isEmpty();
    }

    @Test
    void readsLettersThatComeInTwoParts() {
        assertThat(LatvianStems.words("s\u030Ckola")).isEqualTo(LatvianStems.words("škola"));
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(LatvianStems.words(text).split(" ")));
    }
}
