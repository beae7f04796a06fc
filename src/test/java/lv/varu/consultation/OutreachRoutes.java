package lv.varu.consultation;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.varu.RouteExamples;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.calendar.Riga;
import lv.varu.consultation.registration.Registration;
import org.springframework.stereotype.Component;

/** A consultation of Kaimiņi that is still being prepared, for the walk over the routes of outreach. */
@Component
class OutreachRoutes implements RouteExamples {
    private final ConsultationDesk desk;
    private final Clock clock;

    OutreachRoutes(ConsultationDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public Map<String, String> addresses() {
        var code = ConsultationExamples.code();
        var today = Riga.today(clock);
        desk.register(
                new Registration(
                        code,
                        "Augšdaugavas novada attīstības programma",
                        null,
                        DocumentType.DEVELOPMENT_PROGRAMME,
                        null,
                        null,
                        today.plusDays(5),
                        today.plusDays(40),
                        List.of("AUGSDAUGAVA"),
                        List.of("KAIMINI"),
                        Set.of(),
                        Details.NONE,
                        false),
                new Person(
                        UUID.randomUUID(),
                        "Anna Kalniņa",
                        "anna@kaimini.example",
                        Role.STAFF,
                        "KAIMINI",
                        Locale.forLanguageTag("lv")));
        var addresses = new HashMap<String, String>();
        for (var page : List.of(
                "/uzaicinatie",
                "/uzaicinatie.csv",
                "/uzaicinatie/pievienot",
                "/uzaicinatie/atgadinat",
                "/publikacijas",
                "/publikacijas/jauna",
                "/sadalas",
                "/sadalas/jaunas",
                "/sanaksmes",
                "/sanaksmes/jauna")) {
            addresses.put("/darbs/apspriesanas/{code}" + page, "/darbs/apspriesanas/" + code + page);
        }
        return addresses;
    }
}
