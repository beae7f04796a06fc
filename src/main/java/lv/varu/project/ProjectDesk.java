package lv.varu.project;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationBook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the register of projects. Managers keep their partnership's, administrators all. */
@Service
@Transactional
public class ProjectDesk {
    private final Projects projects;
    private final ConsultationBook consultations;
    private final Trail trail;

    ProjectDesk(Projects projects, ConsultationBook consultations, Trail trail) {
        this.projects = projects;
        this.consultations = consultations;
        this.trail = trail;
    }

    static boolean keeps(Person person, Iterable<String> partnerships) {
        for (var partnership : partnerships) {
            if (person.isAdministrator() || person.manages(partnership)) {
                return true;
            }
        }
        return false;
    }

    /** For programs that load projects; asks for no rights. */
    public void load(Project project) {
        projects.add(project);
        trail.record(project.key(), "project.registered", project.facts());
    }

    void register(Project project, Person by) {
        demand(project, by);
        load(project);
    }

    void change(Project project, Person by) {
        var before = get(project.id());
        demand(before, by);
        demand(project, by);
        projects.change(project);
        trail.change(project.key(), "project.changed", before.facts(), project.facts());
        var gone = new HashSet<>(before.partnerships());
        project.partnerships().forEach(gone::remove);
        gone.forEach(partnership -> projects.endDefault(partnership, project.id()));
    }

    /** What the partnership registers from now on, and whatever nobody has assigned, belongs to the project. */
    public void makeDefault(UUID id, String partnership, Person by) {
        var project = get(id);
        if (!project.partnerships().contains(partnership) || !keeps(by, List.of(partnership))) {
            throw new NotAllowed();
        }
        projects.makeDefault(partnership, id);
        trail.record(project.key(), "project.made-default", Map.of("partnership", partnership));
    }

    /** @param code of the consultation; its owners decide where it belongs */
    public Consultation assign(UUID id, String code, Person by) {
        var project = get(id);
        demand(project, by);
        var consultation = consultations.find(code).orElseThrow(() -> new UnknownConsultation(code));
        if (!keeps(by, consultation.owners())) {
            throw new NotAllowed();
        }
        projects.assign(consultation.id(), id);
        trail.record(project.key(), "project.assigned", Map.of("consultation", consultation.code()));
        return consultation;
    }

    void release(UUID id, UUID consultation, Person by) {
        var project = get(id);
        demand(project, by);
        var found = consultations.find(consultation).orElseThrow(() -> new ProjectNotFound(consultation));
        projects.release(consultation, id);
        trail.record(project.key(), "project.released", Map.of("consultation", found.code()));
    }

    @Transactional(readOnly = true)
    Project get(UUID id) {
        return projects.find(id).orElseThrow(() -> new ProjectNotFound(id));
    }

    private static void demand(Project project, Person by) {
        if (!keeps(by, project.partnerships())) {
            throw new NotAllowed();
        }
    }

    /** No consultation has this code. */
    static class UnknownConsultation extends RuntimeException {
        UnknownConsultation(String code) {
            super(code);
        }
    }
}
