package lv.varu.consultation.invitation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import lv.varu.consultation.Portal;
import lv.varu.directory.Partnerships;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an invited organisation arrives from its letter. */
@Controller
class InvitationController {
    private static final int LONGEST_COMMENT = 1000;

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
        show(desk.open(token), token, model, locale);
        model.addAttribute("steps", List.of("write", "confirm", "pass-on", "answer"));
        return "consultation/portal/invitation";
    }

    // One more press of a button, for the same reason.
    @GetMapping("/ielugums/{token}/nav")
    String ask(@PathVariable String token, Model model, Locale locale) {
        return nothing(token, "", model, locale);
    }

    @PostMapping("/ielugums/{token}/nav")
    String confirm(
            @PathVariable String token,
            @RequestParam(name = "komentars", defaultValue = "") String comment,
            Model model,
            Locale locale) {
        if (comment.length() > LONGEST_COMMENT) {
            return nothing(token, comment, model, locale);
        }
        desk.nothingToPropose(token, comment);
        return "redirect:/ielugums/" + token + "/nav";
    }

    private String nothing(String token, String comment, Model model, Locale locale) {
        var opened = desk.open(token);
        show(opened, token, model, locale);
        model.addAttribute("open", desk.isOpen(opened.consultation()));
        model.addAttribute("comment", comment);
        model.addAttribute("longest", LONGEST_COMMENT);
        return "consultation/portal/nothing";
    }

    private void show(InvitationDesk.Opened opened, String token, Model model, Locale locale) {
        var consultation = opened.consultation();
        model.addAttribute("token", token);
        model.addAttribute("invitation", opened.invitation());
        model.addAttribute("consultation", consultation);
        model.addAttribute("card", portal.card(consultation, Map.of(), locale));
        model.addAttribute("lead", partnerships.find(consultation.lead()));
        model.addAttribute("partnership", consultation.lead());
    }
}
