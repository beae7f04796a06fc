package lv.varu.proposal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What a sender's own key opens: the receipt of the first request. We keep neither the key nor the tracking token as
 * they are, yet a repeat with the key gets the same token back.
 */
final class IntakeSeal {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final String key;

    IntakeSeal(String key) {
        this.key = key;
    }

    byte[] digest() {
        return sha256("varu intake digest", key);
    }

    byte[] close(String token) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, token.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    String open(byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE);
        var token = cipher(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
        return new String(token, StandardCharsets.UTF_8);
    }

    /** Two requests with the same digest say the same. */
    static byte[] digestOf(Submission submission) {
        var submitter = submission.submitter();
        var parts = new String[] {
            submission.callCode(),
            submission.title(),
            submission.text(),
            submission.topic().name(),
            submission.municipality(),
            submission.place(),
            submission.ownContribution(),
            submission.supportAsked(),
            submitter.name(),
            submitter.email(),
            submitter.phone(),
            submitter.address(),
            submitter.organisation(),
            String.valueOf(submitter.publishName()),
            String.valueOf(submission.processing()),
            String.valueOf(submission.forwarding()),
            submission.language().getLanguage(),
            filesOf(submission)
        };
        return sha256(parts);
    }

    private static String filesOf(Submission submission) {
        var text = new StringBuilder();
        for (var file : submission.files()) {
            text.append(file.name()).append('/').append(HexFormat.of().formatHex(sha256(file.content())));
            text.append('\n');
        }
        return text.toString();
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] content) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var secret = new SecretKeySpec(sha256("varu intake seal", key), "AES");
            cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    // Each part is preceded by its length, so that no two lists of parts run together into the same bytes.
    private static byte[] sha256(@Nullable String... parts) {
        var digest = sha256();
        for (String part : parts) {
            var bytes = Objects.requireNonNullElse(part, "").getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static byte[] sha256(byte[] content) {
        return sha256().digest(content);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
