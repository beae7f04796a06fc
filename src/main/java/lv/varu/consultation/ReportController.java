package lv.varu.consultation;

import java.util.Locale;
import lv.varu.account.PublicAddress;
import lv.varu.proposal.Outcome;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The published participation report. */
@Controller
class ReportController {
    // One sheet of paper holds five; nobody prints a report of thousands in one go.
    private static final int PER_PAGE = 200;

    private final Portal portal;
    private final ParticipationReports reports;
    private final ReportContents contents;
    private final PublicAddress address;
    private final MessageSource messages;

    ReportController(
            Portal portal,
            ParticipationReports reports,
            ReportContents contents,
            PublicAddress address,
            MessageSource messages) {
        this.portal = portal;
        this.reports = reports;
        this.contents = contents;
        this.address = address;
        this.messages = messages;
    }

    @GetMapping("/apspriesanas/{code}/parskats")
    String report(@PathVariable String code, @RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
        var dossier = portal.dossier(code, locale);
        if (!dossier.reported()) {
            throw new ConsultationNotFound(code);
        }
        var id = dossier.consultation().id();
        model.addAttribute("dossier", dossier);
        model.addAttribute("report", reports.of(id));
        model.addAttribute("figures", contents.of(id));
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("proposals", contents.proposals(id, PageRequest.of(Math.max(page, 0), PER_PAGE)));
        model.addAttribute("partnership", dossier.card().lead());
        var title = dossier.card().title();
        model.addAttribute(
                "meta",
                new PageMeta(
                        title,
                        messages.getMessage("consultation.portal.report.description", new Object[] {title}, locale),
                        address.of("/apspriesanas/" + code + "/parskats")));
        return "consultation/portal/report";
    }
}
