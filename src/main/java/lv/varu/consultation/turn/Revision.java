package lv.varu.consultation.turn;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lv.varu.audit.CaseKey;

/** A later version of the document, put out while people may still write about it. */
@Entity
@Table(name = "consultation_revision")
public class Revision {
    @Id
    private UUID id;

    private UUID consultationId;
    private int number;
    private String label;
    private LocalDate dated;
    private String url;
    private String changes;
    private String publishedBy;
    private Instant publishedAt;

    protected Revision() {}

    Revision(UUID id, UUID consultationId, int number, New version, String publishedBy, Instant publishedAt) {
        this.id = id;
        this.consultationId = consultationId;
        this.number = number;
        this.label = version.label();
        this.dated = version.dated();
        this.url = version.url();
        this.changes = version.changes();
        this.publishedBy = publishedBy;
        this.publishedAt = publishedAt;
    }

    /**
     * What staff enter about it.
     *
     * @param url empty when only a file was given
     * @param changes what has changed, in plain words
     */
    public record New(String label, LocalDate dated, String url, String changes) {}

    public UUID id() {
        return id;
    }

    public UUID consultationId() {
        return consultationId;
    }

    /** Counted from the first version that was announced. */
    public int number() {
        return number;
    }

    public String label() {
        return label;
    }

    public LocalDate dated() {
        return dated;
    }

    public String url() {
        return url;
    }

    public String changes() {
        return changes;
    }

    public String publishedBy() {
        return publishedBy;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    /** Its file belongs to it alone, so that nobody takes it away together with other files. */
    CaseKey key() {
        return keyOf(id);
    }

    static CaseKey keyOf(UUID id) {
        return CaseKey.of("revision", id);
    }
}
