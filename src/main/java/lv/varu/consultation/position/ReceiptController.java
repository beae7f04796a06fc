package lv.varu.consultation.position;

import java.util.Locale;
import lv.varu.account.SignedIn;
import lv.varu.consultation.ConsultationNames;
import lv.varu.consultation.ConsultationSheet;
import lv.varu.directory.Partnerships;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the addressee of a position says that it has arrived. */
@Controller
class ReceiptController {
    private final ReceiptDesk desk;
    private final ConsultationSheet sheet;
    private final ConsultationNames names;
    private final Partnerships partnerships;
    private final SignedIn signedIn;
    private final MessageSource messages;

    ReceiptController(
            ReceiptDesk desk,
            ConsultationSheet sheet,
            ConsultationNames names,
            Partnerships partnerships,
            SignedIn signedIn,
            MessageSource messages) {
        this.desk = desk;
        this.sheet = sheet;
        this.names = names;
        this.partnerships = partnerships;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    // Programs that check letters open every link, so only the button confirms.
    @GetMapping("/nostaja/{token}")
    String look(@PathVariable String token, Model model, Locale locale) {
        return show(token, desk.look(token), model, locale);
    }

    @PostMapping("/nostaja/{token}")
    String confirm(@PathVariable String token) {
        desk.confirm(token);
        return "redirect:/nostaja/" + token;
    }

    private String show(String token, ReceiptDesk.Receipt receipt, Model model, Locale locale) {
        var consultation = receipt.consultation();
        model.addAttribute("token", token);
        model.addAttribute("consultation", consultation);
        model.addAttribute("delivery", receipt.delivery());
        model.addAttribute("host", names.host(receipt.delivery().host(), consultation, locale));
        model.addAttribute("from", partnerships.find(consultation.lead()).name(locale));
        model.addAttribute("partnership", consultation.lead());
        return "consultation/receipt";
    }

    @PostMapping("/darbs/apspriesanas/{code}/sanemta/{host}")
    String note(@PathVariable String code, @PathVariable String host, RedirectAttributes redirect, Locale locale) {
        var by = signedIn.required();
        var consultation = sheet.get(code, by);
        desk.note(consultation.id(), host, by);
        var place = new Object[] {names.host(host, consultation, locale)};
        redirect.addFlashAttribute("flash", messages.getMessage("consultation.delivery.confirm.done", place, locale));
        return "redirect:/darbs/apspriesanas/" + code + "#nostaja";
    }
}
