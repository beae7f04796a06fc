package lv.varu.document;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/** The files of all cases. */
@Component
@Transactional(readOnly = true)
public class Documents {
    private final JdbcClient jdbc;
    private final ContentStore store;
    private final ContentCheck check;
    private final VirusScan scan;
    private final DocumentSettings settings;
    private final Trail trail;
    private final Clock clock;

    Documents(
            JdbcClient jdbc,
            ContentStore store,
            ContentCheck check,
            VirusScan scan,
            DocumentSettings settings,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.check = check;
        this.scan = scan;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Document store(CaseKey owner, String fileName, byte[] content) {
        return store(owner, fileName, new ByteArrayInputStream(content));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Document store(CaseKey owner, String fileName, InputStream content) {
        return store(owner, fileName, content, settings.maxSize());
    }

    /** A table of many rows, which may be larger than what people attach. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Document storeTable(CaseKey owner, String fileName, InputStream content) {
        return store(owner, fileName, content, settings.maxTable());
    }

    private Document store(CaseKey owner, String fileName, InputStream content, DataSize maxSize) {
        var name = FileNames.clean(fileName);
        try (var incoming = store.receive(content, name, maxSize)) {
            var type = check.check(incoming.file(), name);
            scan.check(incoming.file(), name);
            store.keep(incoming, name);
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var document = new Document(
                    UUID.randomUUID(), owner, name, type.mediaType, incoming.size(), incoming.sha256(), now);
            insert(document);
            return document;
        }
    }

    private void insert(Document document) {
        jdbc.sql("""
                insert into document (id, owner, file_name, media_type, size, sha256, stored_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        document.id(),
                        document.owner().toString(),
                        document.fileName(),
                        document.mediaType(),
                        document.size(),
                        document.sha256(),
                        Timestamp.from(document.storedAt()))
                .update();
        // The name of a file can name a person, so it can be erased.
        trail.record(
                document.owner(),
                "document.stored",
                Map.of("document", document.id(), "sha256", document.sha256(), "size", document.size()),
                Map.of("fileName", document.fileName()));
    }

    public Document get(UUID id) {
        return find(id).orElseThrow(() -> new DocumentNotFound(id));
    }

    public Optional<Document> find(UUID id) {
        return jdbc.sql("select * from document where id = ?")
                .param(id)
                .query(Documents::document)
                .optional();
    }

    /** In the order of upload. */
    public List<Document> of(CaseKey owner) {
        return Objects.requireNonNull(ofAll(List.of(owner)).get(owner));
    }

    /** Every owner has a list, an empty one if need be; one query for all. */
    public Map<CaseKey, List<Document>> ofAll(Collection<CaseKey> owners) {
        var found = new LinkedHashMap<CaseKey, List<Document>>();
        owners.forEach(owner -> found.put(owner, new ArrayList<>()));
        jdbc.sql("select * from document where owner = any (?) order by number")
                .param(owners.stream().map(CaseKey::toString).toArray(String[]::new))
                .query(Documents::document)
                .list()
                .forEach(document ->
                        Objects.requireNonNull(found.get(document.owner())).add(document));
        return found;
    }

    public InputStream open(UUID id) {
        return store.open(get(id).sha256());
    }

    /** For readers that jump about in a file; it is not theirs to change. */
    public Path contentOf(UUID id) {
        return store.place(get(id).sha256());
    }

    /** The answer of a page that gives the file to its reader. */
    public ResponseEntity<Resource> serve(UUID id) {
        var document = get(id);
        return ServedDocument.of(document, store.place(document.sha256()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID id) {
        var document = get(id);
        jdbc.sql("delete from document where id = ?").param(id).update();
        trail.record(document.owner(), "document.removed", Map.of("document", id, "sha256", document.sha256()));
    }

    /** Removes everything a case owns. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void removeAll(CaseKey owner) {
        removeAll(List.of(owner));
    }

    public void removeAll(Collection<CaseKey> owners) {
        ofAll(owners).values().stream().flatMap(List::stream).forEach(document -> remove(document.id()));
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        return new Document(
                row.getObject("id", UUID.class),
                CaseKey.parse(row.getString("owner")),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getTimestamp("stored_at").toInstant());
    }
}
