package lv.varu.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lv.varu.document.DocumentRefused.Reason;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.springframework.stereotype.Component;

/** Finds out what a file is from its content alone, and compares with what its name promises. */
@Component
class ContentCheck {
    private static final String ZIP = "application/zip";

    private final Detector detector = TikaConfig.getDefaultConfig().getDetector();

    FileType check(Path file, String fileName) {
        var promised = FileType.ofExtension(fileName)
                .orElseThrow(() -> new DocumentRefused(Reason.TYPE_NOT_ALLOWED, fileName));
        var found = typeOf(file, fileName).orElseThrow(() -> new DocumentRefused(Reason.CONTENT_MISMATCH, fileName));
        if (!promised.isAlso(found)) {
            throw new DocumentRefused(Reason.CONTENT_MISMATCH, fileName);
        }
        return promised;
    }

    private Optional<FileType> typeOf(Path file, String fileName) {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            var found = detector.detect(content, new Metadata()).toString();
            boolean archive = found.equals(ZIP) || found.startsWith("application/vnd.o") || found.contains("ooxml");
            return archive ? OfficeArchive.typeOf(file) : FileType.ofMediaType(found);
        } catch (IOException e) {
            throw new DocumentRefused(Reason.UNREADABLE, fileName);
        }
    }
}
