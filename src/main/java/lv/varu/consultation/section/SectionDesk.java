package lv.varu.consultation.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.Consultations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** Keeps the list of sections of a draft document; proposals sent before keep the words of their day. */
@Component
@Transactional
class SectionDesk {
    private final Consultations consultations;
    private final DraftSections sections;
    private final Trail trail;

    SectionDesk(Consultations consultations, DraftSections sections, Trail trail) {
        this.consultations = consultations;
        this.sections = sections;
        this.trail = trail;
    }

    /** @return how many were added; nothing when something is wrong and {@code errors} says what */
    Optional<Integer> add(UUID consultation, SectionForms.Many form, Errors errors, Person by) {
        hold(consultation, by);
        var known = sections.findByConsultationIdOrderByPositionAscIdAsc(consultation);
        var lines = form.sections(codes(known), errors);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        int position = known.isEmpty() ? 0 : known.get(known.size() - 1).position();
        List<DraftSection> added = new ArrayList<>();
        for (var line : lines.get()) {
            position++;
            added.add(new DraftSection(UUID.randomUUID(), consultation, position, line));
        }
        sections.saveAll(added);
        trail.record(
                ConsultationDesk.key(consultation),
                "consultation.sections-added",
                Map.of("sections", added.stream().map(DraftSection::code).collect(Collectors.joining(", "))));
        return Optional.of(added.size());
    }

    /** @return false when something is wrong and {@code errors} says what */
    boolean change(UUID consultation, UUID id, SectionForms.One form, Errors errors, Person by) {
        hold(consultation, by);
        var section = sections.get(consultation, id);
        var others = sections.findByConsultationIdOrderByPositionAscIdAsc(consultation).stream()
                .filter(other -> !other.id().equals(id))
                .toList();
        var line = form.section(codes(others), errors);
        if (line.isEmpty()) {
            return false;
        }
        var before = facts(section);
        section.describe(line.get());
        if (!before.equals(facts(section))) {
            trail.change(ConsultationDesk.key(consultation), "consultation.section-changed", before, facts(section));
        }
        return true;
    }

    void delete(UUID consultation, UUID id, Person by) {
        hold(consultation, by);
        var section = sections.get(consultation, id);
        sections.delete(section);
        trail.record(ConsultationDesk.key(consultation), "consultation.section-deleted", facts(section));
    }

    private void hold(UUID consultation, Person by) {
        ConsultationDesk.demandOwner(consultations.getHeld(consultation).owners(), by);
    }

    private static Set<String> codes(List<DraftSection> sections) {
        return sections.stream()
                .map(section -> SectionForms.Line.same(section.code()))
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> facts(DraftSection section) {
        return Map.of("section", section.code() + " " + section.title(), "page", Objects.toString(section.page(), ""));
    }
}
