package lv.varu.consultation;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.task.CaseAccess;
import lv.varu.task.CaseTitles;
import org.springframework.stereotype.Component;

/** What a consultation is called in lists of tasks, and who may read its trail. */
@Component
class ConsultationCases implements CaseTitles, CaseAccess {
    private final Consultations consultations;

    ConsultationCases(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public String kind() {
        return ConsultationDesk.CASE;
    }

    @Override
    public String titleOf(String id) {
        return consultations.get(UUID.fromString(id)).title();
    }

    @Override
    public Map<String, String> titlesOf(Collection<String> ids) {
        return consultations.findAllById(ids.stream().map(UUID::fromString).toList()).stream()
                .collect(Collectors.toMap(found -> found.id().toString(), Consultation::title));
    }

    @Override
    public Optional<String> pageOf(String id) {
        return consultations.findById(UUID.fromString(id)).map(found -> "/darbs/apspriesanas/" + found.code());
    }

    @Override
    public Map<String, String> pagesOf(Collection<String> ids) {
        return consultations.findAllById(ids.stream().map(UUID::fromString).toList()).stream()
                .collect(Collectors.toMap(
                        found -> found.id().toString(), found -> "/darbs/apspriesanas/" + found.code()));
    }

    @Override
    public boolean mayRead(Person person, CaseKey key) {
        return consultations
                .findById(UUID.fromString(key.id()))
                .filter(found -> found.owners().stream().anyMatch(person::worksFor))
                .isPresent();
    }
}
