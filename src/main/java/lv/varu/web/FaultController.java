package lv.varu.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What filters and the container refuse. */
@Controller
class FaultController implements ErrorController {
    private final FaultPages pages;

    FaultController(FaultPages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        return pages.answer(Fault.reportedIn(request), request);
    }
}
