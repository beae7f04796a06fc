package lv.varu.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What filters and the container refuse. */
@Controller
class FaultController implements ErrorController {
    private static final Logger log = LoggerFactory.getLogger(FaultController.class);

    private final FaultPages pages;

    FaultController(FaultPages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        Fault fault = Fault.reportedIn(request);
        if (fault.isOurs() && fault.cause() != null) {
            log.error("{}", request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), fault.cause());
        }
        return pages.answer(fault, request);
    }
}
