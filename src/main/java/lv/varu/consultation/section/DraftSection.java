package lv.varu.consultation.section;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of the draft document, so that a proposal can say what it is about. */
@Entity
@Table(name = "consultation_section")
public class DraftSection {
    @Id
    private UUID id;

    private UUID consultationId;
    private int position;
    private String code;
    private String title;
    private @Nullable Integer page;

    protected DraftSection() {}

    DraftSection(UUID id, UUID consultationId, int position, SectionForms.Line line) {
        this.id = id;
        this.consultationId = consultationId;
        this.position = position;
        describe(line);
    }

    final void describe(SectionForms.Line line) {
        this.code = line.code();
        this.title = line.title();
        this.page = line.page();
    }

    public UUID id() {
        return id;
    }

    UUID consultationId() {
        return consultationId;
    }

    int position() {
        return position;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public @Nullable Integer page() {
        return page;
    }
}
