package lv.varu.proposal;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What the submitter gets: the public mark of the proposal and the link that follows it.
 *
 * @param confirmBy until when the letter's link must be opened; none when no confirmation is needed
 * @param repeated whether this is a repeat of an earlier, equal request
 */
@NamedInterface("shared")
public record Receipt(
        UUID proposalId,
        String receipt,
        String trackingToken,
        URI trackingUrl,
        @Nullable Instant confirmBy,
        boolean repeated) {

    private static final SecureRandom RANDOM = new SecureRandom();
    // No 0 and O, no 1, I and L: people read a receipt over the telephone.
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("P-[" + ALPHABET + "]{4}-[" + ALPHABET + "]{4}");

    public static String fresh() {
        var receipt = new StringBuilder("P-");
        for (int i = 0; i < 8; i++) {
            receipt.append(i == 4 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return receipt.toString();
    }

    static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }
}
