package lv.varu.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** SHA-256 over fields with their lengths before them; the same bytes as {@code audit_append_all} in the database. */
final class ChainDigest {
    private final MessageDigest digest = sha256();

    ChainDigest bytes(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    ChainDigest field(@Nullable String value) {
        var bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        return this;
    }

    ChainDigest field(long value) {
        return field(Long.toString(value));
    }

    ChainDigest field(Instant value) {
        return field(ChronoUnit.MICROS.between(Instant.EPOCH, value));
    }

    byte[] value() {
        return digest.digest();
    }

    static byte[] of(String text) {
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
