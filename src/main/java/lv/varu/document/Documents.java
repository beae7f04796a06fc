package lv.varu.document;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files of all cases. */
@Component
@Transactional(readOnly = true)
public class Documents {
    @Transactional(propagation = Propagation.MANDATORY)
    public Document store(CaseKey owner, String fileName, byte[] content) {
        return store(owner, fileName, new ByteArrayInputStream(content));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Document store(CaseKey owner, String fileName, InputStream content) {
        throw new UnsupportedOperationException();
    }

    public Document get(UUID id) {
        return find(id).orElseThrow(() -> new DocumentNotFound(id));
    }

    public Optional<Document> find(UUID id) {
        return Optional.empty();
    }

    /** In the order of upload. */
    public List<Document> of(CaseKey owner) {
        return List.of();
    }

    /** Every owner has a list, an empty one if need be; one query for all. */
    public Map<CaseKey, List<Document>> ofAll(Collection<CaseKey> owners) {
        return Map.of();
    }

    public InputStream open(UUID id) {
        throw new DocumentNotFound(id);
    }

    /** The answer of a page that gives the file to its reader. */
    public ResponseEntity<Resource> serve(UUID id) {
        throw new DocumentNotFound(id);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID id) {}

    /** Removes everything a case owns. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void removeAll(CaseKey owner) {}
}
