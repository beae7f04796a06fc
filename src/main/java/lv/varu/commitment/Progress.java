package lv.varu.commitment;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far it is, as somebody fills it in; everything may be missing. */
public record Progress(
        @Nullable CommitmentState state,
        @Nullable String words,
        @Nullable String link,
        @Nullable Upload file) {
    static final Progress NONE = new Progress(null, null, null, null);
    static final int LONGEST = 4000;
    static final int LONGEST_LINK = 500;

    /** A file as it arrived. */
    public record Upload(String name, byte[] content) {}

    boolean isEmpty() {
        return state == null && words == null && link == null && file == null;
    }

    /** The message that says what to mend. */
    Optional<Fault> fault() {
        if (state == null || !state.isPublic()) {
            return Optional.of(new Fault("state", "commitment.fault.state.missing"));
        }
        if (state == CommitmentState.GIVEN_UP && words == null) {
            return Optional.of(new Fault("words", "commitment.fault.reason.missing"));
        }
        if (words != null && words.length() > LONGEST) {
            return Optional.of(new Fault("words", "commitment.fault.words.long"));
        }
        return link != null && !isAddress(link)
                ? Optional.of(new Fault("link", "commitment.fault.link"))
                : Optional.empty();
    }

    static boolean isAddress(String link) {
        try {
            URI address = new URI(link);
            return link.length() <= LONGEST_LINK
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** @param field as the forms call it */
    record Fault(String field, String messageKey) {}
}
