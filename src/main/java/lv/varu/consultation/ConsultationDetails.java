package lv.varu.consultation;

import java.util.Locale;
import java.util.Optional;
import lv.varu.consultation.ConsultationProcess.UserTask;
import lv.varu.directory.Places;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskDetails;
import org.springframework.stereotype.Component;

/** Says which host a repeated task is about. */
@Component
class ConsultationDetails implements TaskDetails {
    private final Places places;

    ConsultationDetails(Places places) {
        this.places = places;
    }

    @Override
    public String processKey() {
        return ConsultationProcess.KEY;
    }

    @Override
    public Optional<String> nameOf(OpenTask task, Locale locale) {
        return switch (UserTask.valueOf(task.taskKey())) {
            case sendByEAddress, callHost -> places.lookUp(task.detail()).map(place -> place.name(locale));
            default -> Optional.empty();
        };
    }
}
