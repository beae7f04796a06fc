package lv.varu.proposal.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TextSketchTest {
    static final String LETTER = """
            Mēs, Aglonas pagasta iedzīvotāji, lūdzam novada domi līdz rudenim salabot ceļu uz skolu, jo bērni katru rītu
            brien pa dubļiem, autobuss vairs neiebrauc ciematā un ātrā palīdzība pavasarī iestrēga pie tilta. Ceļš nav
            greiderēts kopš pagājušās vasaras, un grāvji ir aizauguši. Esam gatavi palīdzēt talkā un atvest granti.""";

    private final UUID scope = UUID.randomUUID();

    @Test
    void seesOneLetterInCopiesWithSmallChanges() {
        String copy = LETTER.replace("Aglonas", "Pelēču").replace("līdz rudenim", "šogad") + " Ar cieņu, Anna Bērziņa";

        assertThat(likeness(LETTER, copy)).isGreaterThan(0.6);
        assertThat(TextSketch.bands(sketch(copy))).containsAnyOf(TextSketch.bands(sketch(LETTER)));
    }

    @Test
    void tellsTextsAboutTheSameApart() {
        String other = "Lūdzu salabojiet ceļu uz Aglonas skolu! Mans bērns nevar tikt uz autobusu, jo pavasarī ceļš ir"
                + " neizbraucams un tilts kļuvis bīstams visiem, kas tur staigā.";

        assertThat(likeness(LETTER, other)).isLessThan(0.3);
    }

    @Test
    void makesNoSketchOfAFewWords() {
        assertThat(sketch("Lūdzam salabot ceļu uz skolu.")).isEmpty();
        assertThat(TextSketch.likeness(new int[0], new int[0])).isZero();
    }

    @Test
    void countsAWordOnlyWithinItsConsultation() {
        int[] here = TextSketch.of(scope, "ceļš").words();
        assertThat(TextSketch.of(scope, "ceļiem").words()).isEqualTo(here);
        assertThat(TextSketch.of(UUID.randomUUID(), "ceļš").words()).isNotEqualTo(here);
    }

    @Test
    void keepsWordsInOrderForSearching() {
        int[] words = TextSketch.of(scope, LETTER).words();
        int[] sorted = words.clone();
        Arrays.sort(sorted);
        assertThat(words).isEqualTo(sorted).doesNotHaveDuplicates();
    }

    private double likeness(String one, String other) {
        return TextSketch.likeness(sketch(one), sketch(other));
    }

    private int[] sketch(String text) {
        return TextSketch.of(scope, text).sketch();
    }
}
