package lv.varu.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuessableTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "qwertyuiop12",
                "123456789012",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "iloveyou1234",
                "Passw0rd2021",
                "annaparaudzina",
                "anna@preili.example",
                "varuvaruvaru",
                "parole123456"
            })
    void areCommonOnesPatternsAndWhatIsKnownOfThePerson(String password) {
        assertThat(Guessable.is(password, "Anna Paraudzina", "anna@preili.example"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                AccountExamples.PASSWORD,
                "jauna gara parole",
                "varu-paraugs",
                "Šķērsot tiltu 3 reizes",
                "🌲🌲 zils un klusums"
            })
    void areNotSeveralWordsOfOnesOwn(String password) {
        assertThat(Guessable.is(password, "Anna Paraudziņa", "anna@preili.example"))
                .isFalse();
    }

    @Test
    void areToldAtOnceHoweverLongTheyAre() {
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(2), () -> Guessable.is("aA1!".repeat(32), "Anna", "anna@preili.example"));
    }
}
