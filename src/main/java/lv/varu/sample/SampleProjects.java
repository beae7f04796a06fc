package lv.varu.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.project.Project;
import lv.varu.project.ProjectDesk;
import lv.varu.project.Projects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The projects behind the sample consultations. */
@Component
@ConditionalOnProperty("varu.demo")
class SampleProjects {
    private final Projects projects;
    private final ProjectDesk desk;

    SampleProjects(Projects projects, ProjectDesk desk) {
        this.projects = projects;
        this.desk = desk;
    }

    void fill() {
        if (!projects.of("KAIMINI").isEmpty()) {
            return;
        }
        desk.load(new Project(
                UUID.randomUUID(),
                0,
                "Es Dienvidlatgalē varu",
                "Eiropas Ekonomikas zonas un Norvēģijas finanšu instrumenti",
                "Aktīvo iedzīvotāju fonds, programma „Demokrātijas kultūra”",
                List.of("KAIMINI", "KRASLAVA", "PREILI"),
                LocalDate.of(2021, 3, 1),
                LocalDate.of(2022, 12, 31),
                "Projektu finansiāli atbalsta Islande, Lihtenšteina un Norvēģija EEZ un Norvēģijas grantu programmas"
                        + " „Aktīvo iedzīvotāju fonds” ietvaros.",
                5,
                "Paraugs: projekta līgumā norādītais dokumentu glabāšanas laiks"));
        desk.load(new Project(
                UUID.randomUUID(),
                0,
                "LEADER sabiedrības virzīta vietējā attīstība",
                "Eiropas Lauksaimniecības fonds lauku attīstībai",
                "Latvijas KLP stratēģiskais plāns 2023.–2027. gadam",
                List.of("KAIMINI", "KRASLAVA", "PREILI"),
                LocalDate.of(2023, 1, 1),
                LocalDate.of(2029, 12, 31),
                null,
                5,
                "Paraugs: fonda noteikumos paredzētais laiks"));
    }

    /** One that ended years ago and keeps for a shorter time: what belongs to it has had its time. */
    void end(Person manager) {
        UUID id = UUID.randomUUID();
        desk.load(new Project(
                id,
                0,
                "Latgales biedrību sarunas (paraugs)",
                "Latgales plānošanas reģions",
                null,
                List.of("KAIMINI", "KRASLAVA", "PREILI"),
                LocalDate.of(2021, 1, 1),
                LocalDate.of(2021, 12, 31),
                null,
                3,
                "Paraugs: līgumā ar plānošanas reģionu noteikts īsāks laiks"));
        Acting.as(Actor.account(manager.id()), null, () -> {
            desk.assign(id, "2021-LATGALE-AP", manager);
        });
    }
}
