package lv.varu.consultation.paper;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Others wait for their papers; it is worth trying again soon. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public class PrintQueueFull extends RuntimeException {}
