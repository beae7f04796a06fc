package lv.varu.document;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file as an answer that can do nothing in the name of this site, whatever it contains. */
final class ServedDocument {
    private static final String NOTHING = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; "
            + "frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

    private ServedDocument() {}

    static ResponseEntity<Resource> of(Document document, Path content) {
        var shown = FileType.ofMediaType(document.mediaType())
                .filter(type -> type.shown)
                .isPresent();
        var disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(document.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", policy(document))
                .header("Referrer-Policy", "no-referrer")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(document.sha256())
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .contentLength(document.size())
                .body(new FileSystemResource(content));
    }

    private static String policy(Document document) {
        // Browsers refuse to show a PDF in a sandbox; their viewers run it in one of their own.
        return document.mediaType().equals(FileType.PDF.mediaType) ? NOTHING : NOTHING + "; sandbox";
    }
}
