package lv.varu.project;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ProjectChoices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets whoever registers a consultation say of which project it is part. */
@Component
@Transactional
class ProjectOfConsultation implements ProjectChoices {
    private final Projects projects;
    private final Trail trail;

    ProjectOfConsultation(Projects projects, Trail trail) {
        this.projects = projects;
        this.trail = trail;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> choices(Person by) {
        var found = new LinkedHashMap<UUID, String>();
        projects.all().stream()
                .filter(project -> project.partnerships().stream().anyMatch(by::worksFor))
                .forEach(project -> found.put(project.id(), project.name()));
        return found;
    }

    @Override
    public void choose(UUID id, Consultation consultation, Person by) {
        var project = projects.find(id)
                .filter(found -> found.partnerships().stream().anyMatch(by::worksFor))
                .orElseThrow(NotAllowed::new);
        projects.assign(consultation.id(), id);
        trail.record(project.key(), "project.assigned", Map.of("consultation", consultation.code()));
    }
}
