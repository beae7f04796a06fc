package lv.varu.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import lv.varu.document.DocumentRefused.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Contents on the disk, each under the SHA-256 of its bytes and so there once. */
@Component
public class ContentStore {
    private static final Logger log = LoggerFactory.getLogger(ContentStore.class);
    private static final int BUFFER = 64 * 1024;

    private final DocumentSettings settings;

    ContentStore(DocumentSettings settings) {
        this.settings = settings;
    }

    /** Takes the bytes into a temporary file, no more of them than are allowed. */
    public Incoming receive(InputStream content, String fileName, DataSize maxSize) {
        try {
            var folder = Files.createDirectories(settings.folder().resolve("incoming"));
            if (Files.getFileStore(folder).getUsableSpace() < settings.reserve().toBytes()) {
                throw new DocumentRefused(Reason.NO_SPACE, fileName);
            }
            var file = Files.createTempFile(folder, "upload", null);
            try {
                return copy(content, file, fileName, maxSize.toBytes());
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            log.error("Files cannot be kept in {}", settings.folder(), e);
            throw new DocumentRefused(Reason.NO_SPACE, fileName);
        }
    }

    private Incoming copy(InputStream content, Path file, String fileName, long maxSize) throws IOException {
        var digest = sha256();
        long size = 0;
        try (var target = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var buffer = new byte[BUFFER];
            for (int read = read(content, buffer, fileName); read >= 0; read = read(content, buffer, fileName)) {
                size += read;
                if (size > maxSize) {
                    throw new DocumentRefused(Reason.TOO_LARGE, fileName);
                }
                digest.update(buffer, 0, read);
                write(target, ByteBuffer.wrap(buffer, 0, read));
            }
            // On the disk before the row that names it can commit.
            target.force(true);
        }
        if (size == 0) {
            throw new DocumentRefused(Reason.EMPTY, fileName);
        }
        return new Incoming(file, size, HexFormat.of().formatHex(digest.digest()));
    }

    /** What cannot be read is the sender's trouble, what cannot be written is ours. */
    private static int read(InputStream content, byte[] buffer, String fileName) {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw new DocumentRefused(Reason.UNREADABLE, fileName);
        }
    }

    private static void write(FileChannel target, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }

    /** Gives the content its final place; one that is there already only becomes younger, so that no sweep takes it. */
    public void keep(Incoming incoming, String fileName) {
        var place = place(incoming.sha256());
        var folder = Objects.requireNonNull(place.getParent());
        try {
            Files.createDirectories(folder);
            if (Files.exists(place)) {
                Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
            } else {
                Files.move(incoming.file(), place, StandardCopyOption.ATOMIC_MOVE);
            }
            // The name, too, is on the disk before the row that names it can commit.
            DurableFolder.force(folder);
            DurableFolder.force(settings.folder());
        } catch (IOException e) {
            log.error("Files cannot be kept in {}", settings.folder(), e);
            throw new DocumentRefused(Reason.NO_SPACE, fileName);
        }
    }

    Path place(String sha256) {
        return settings.folder().resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    public InputStream open(String sha256) {
        try {
            return Files.newInputStream(place(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was received and not yet given its place. */
    public record Incoming(Path file, long size, String sha256) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
