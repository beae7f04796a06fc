package lv.varu.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.validation.Errors;

/** Passwords that a list of common ones, a pattern or the person's own data give away within a million guesses. */
final class Guessable {
    private static final Zxcvbn ESTIMATE = new Zxcvbn();
    private static final int SAFE = 2;
    /** The work grows fast with the length, and what follows makes no password easier to guess. */
    private static final int LOOKED_AT = 60;

    private Guessable() {}

    static void reject(String password, String name, String email, Errors errors) {
        if (!errors.hasFieldErrors("password") && is(password, name, email)) {
            errors.rejectValue("password", "account.password.guessable");
        }
    }

    static boolean is(String password, String name, String email) {
        String start = folded(password.substring(0, Math.min(password.length(), LOOKED_AT)));
        List<String> known = new ArrayList<>(List.of(folded(name + " " + email).split("[^\\p{L}\\p{N}]+")));
        known.add(email);
        known.add("varu");
        known.add("parole");
        return ESTIMATE.measure(start, known).getScore() < SAFE;
    }

    /** Whoever guesses tries a name with and without its marks. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }
}
