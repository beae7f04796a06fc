package lv.varu.consultation.report;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words of the participation report; its numbers and proposals are read where they are kept. */
@Entity
@Table(name = "consultation_report")
public class ParticipationReport {
    @Id
    private UUID consultationId;

    private String introduction;
    private String conclusions;
    private @Nullable Instant publishedAt;

    @Version
    private int version;

    protected ParticipationReport() {}

    ParticipationReport(UUID consultationId) {
        this.consultationId = consultationId;
        this.introduction = "";
        this.conclusions = "";
    }

    public void write(String newIntroduction, String newConclusions) {
        this.introduction = newIntroduction;
        this.conclusions = newConclusions;
    }

    public void publish(Instant now) {
        this.publishedAt = now;
    }

    public UUID consultationId() {
        return consultationId;
    }

    public String introduction() {
        return introduction;
    }

    public String conclusions() {
        return conclusions;
    }

    public @Nullable Instant publishedAt() {
        return publishedAt;
    }
}
