package lv.varu.web;

import lv.varu.document.DocumentRefused;
import lv.varu.document.FileTurnedAway;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Whatever page comes back with the sentence, its status says that the failure is ours. */
@Component
class FileTurnedAwayStatus {
    @EventListener
    void set(FileTurnedAway event) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            var response = request.getResponse();
            if (response != null) {
                response.setStatus(statusOf(event.reason()).value());
            }
        }
    }

    private static HttpStatus statusOf(DocumentRefused.Reason reason) {
        return reason == DocumentRefused.Reason.NO_SPACE
                ? HttpStatus.INSUFFICIENT_STORAGE
                : HttpStatus.SERVICE_UNAVAILABLE;
    }
}
