package lv.varu.consultation.invitation;

import java.util.UUID;
import lv.varu.account.SignedIn;
import lv.varu.consultation.ConsultationNotFound;
import lv.varu.directory.Organisations;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What one organisation did with its invitations over the years. */
@Controller
class OrganisationInvitationsController {
    private static final int ROWS = 20;

    private final InvitationRows rows;
    private final Organisations organisations;
    private final SignedIn signedIn;

    OrganisationInvitationsController(InvitationRows rows, Organisations organisations, SignedIn signedIn) {
        this.rows = rows;
        this.organisations = organisations;
        this.signedIn = signedIn;
    }

    @GetMapping("/darbs/organizacijas/{id}/uzaicinajumi")
    String list(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model) {
        var by = signedIn.required();
        model.addAttribute(
                "organisation", organisations.find(id).orElseThrow(() -> new ConsultationNotFound(id.toString())));
        model.addAttribute("years", rows.years(id, by.partnership()));
        model.addAttribute("rows", rows.of(id, by.partnership(), PageRequest.of(Math.max(page, 0), ROWS)));
        return "consultation/organisation-invitations";
    }
}
