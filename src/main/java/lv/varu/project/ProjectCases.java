package lv.varu.project;

import java.util.Optional;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.task.CaseAccess;
import lv.varu.task.CaseTitles;
import org.springframework.stereotype.Component;

/** A project as a case with a trail. */
@Component
class ProjectCases implements CaseTitles, CaseAccess {
    private final Projects projects;

    ProjectCases(Projects projects) {
        this.projects = projects;
    }

    @Override
    public String kind() {
        return Project.KIND;
    }

    @Override
    public String titleOf(String id) {
        return projects.find(UUID.fromString(id)).map(Project::name).orElse("");
    }

    @Override
    public Optional<String> pageOf(String id) {
        return projects.find(UUID.fromString(id)).map(project -> "/darbs/projekti/" + project.id());
    }

    @Override
    public boolean mayRead(Person person, CaseKey key) {
        return true;
    }
}
