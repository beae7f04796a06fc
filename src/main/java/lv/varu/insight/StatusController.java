package lv.varu.insight;

import java.util.Locale;
import lv.varu.account.SignedIn;
import lv.varu.consultation.ConsultationStatus;
import lv.varu.directory.Partnerships;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The managers' page: everything at a glance, and one consultation as a picture. */
@Controller
@RequestMapping("/darbs/statuss")
class StatusController {
    private static final int PER_PAGE = 12;

    private final StatusBoard board;
    private final Partnerships partnerships;
    private final SignedIn signedIn;

    StatusController(StatusBoard board, Partnerships partnerships, SignedIn signedIn) {
        this.board = board;
        this.partnerships = partnerships;
        this.signedIn = signedIn;
    }

    @GetMapping
    String all(
            @RequestParam(name = "statuss", required = false) @Nullable ConsultationStatus status,
            @RequestParam(name = "partneriba", required = false) @Nullable String partnership,
            @RequestParam(name = "kave", defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        var person = signedIn.required();
        var filter = StatusFilter.of(person, status, partnership, late);
        var rows = board.rows(filter, PageRequest.of(Math.max(page, 0), PER_PAGE), locale);
        model.addAttribute("filter", filter);
        model.addAttribute("statuses", ConsultationStatus.values());
        model.addAttribute("partnerships", partnerships.all());
        model.addAttribute("rows", rows);
        model.addAttribute("timeLine", board.timeLine(rows));
        model.addAttribute("workloads", board.workloads(filter.partnership()));
        return "insight/status";
    }

    @GetMapping("/{code}")
    String one(@PathVariable String code, Model model, Locale locale) {
        model.addAttribute("status", board.one(code, signedIn.required(), locale));
        model.addAttribute("script", "diagram.js");
        return "insight/consultation";
    }
}
