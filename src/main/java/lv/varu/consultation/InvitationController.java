package lv.varu.consultation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import lv.varu.directory.Partnerships;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where an invited organisation arrives from its letter. */
@Controller
class InvitationController {
    private final InvitationDesk desk;
    private final Portal portal;
    private final Partnerships partnerships;

    InvitationController(InvitationDesk desk, Portal portal, Partnerships partnerships) {
        this.desk = desk;
        this.portal = portal;
        this.partnerships = partnerships;
    }

    // Programs that check letters open every link: to look changes nothing but the note that somebody looked.
    @GetMapping("/ielugums/{token}")
    String open(@PathVariable String token, Model model, Locale locale) {
        var opened = desk.open(token);
        var consultation = opened.consultation();
        model.addAttribute("token", token);
        model.addAttribute("invitation", opened.invitation());
        model.addAttribute("consultation", consultation);
        model.addAttribute("card", portal.card(consultation, Map.of(), locale));
        model.addAttribute("lead", partnerships.find(consultation.lead()));
        model.addAttribute("steps", List.of("write", "confirm", "pass-on", "answer"));
        model.addAttribute("partnership", consultation.lead());
        return "consultation/portal/invitation";
    }
}
