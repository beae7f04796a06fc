package lv.varu.consultation;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.audit.Trail;
import lv.varu.document.Document;
import lv.varu.document.Documents;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Keeps the files of consultations. */
@Component
@Transactional
class ConsultationFiles {
    private final Documents documents;
    private final Trail trail;

    ConsultationFiles(Documents documents, Trail trail) {
        this.documents = documents;
        this.trail = trail;
    }

    /** All of them or none; how many there were. */
    int add(UUID consultation, MultipartFile... uploads) throws IOException {
        int added = 0;
        for (var upload : uploads) {
            // A browser sends one empty part when nobody chose a file.
            if (upload.isEmpty()
                    && Objects.toString(upload.getOriginalFilename(), "").isEmpty()) {
                continue;
            }
            var name = Objects.toString(upload.getOriginalFilename(), "");
            var document = documents.store(ConsultationDesk.key(consultation), name, upload.getInputStream());
            record(consultation, "consultation.file-added", document);
            added++;
        }
        return added;
    }

    @Transactional(readOnly = true)
    ResponseEntity<Resource> serve(UUID consultation, UUID file) {
        return documents.serve(find(consultation, file).id());
    }

    String remove(UUID consultation, UUID file) {
        var document = find(consultation, file);
        documents.remove(file);
        record(consultation, "consultation.file-removed", document);
        return document.fileName();
    }

    private Document find(UUID consultation, UUID file) {
        return documents
                .find(file)
                .filter(document -> document.owner().equals(ConsultationDesk.key(consultation)))
                .orElseThrow(() -> new ConsultationNotFound(file.toString()));
    }

    private void record(UUID consultation, String action, Document document) {
        trail.record(
                ConsultationDesk.key(consultation),
                action,
                Map.of("file", document.fileName(), "sha256", document.sha256()));
    }
}
