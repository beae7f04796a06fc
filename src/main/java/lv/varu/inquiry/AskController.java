package lv.varu.inquiry;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where anyone asks for their data, without an account. */
@Controller
@RequestMapping("/privatums")
class AskController {
    private final InquiryDesk desk;
    private final DossierArchive archive;

    AskController(InquiryDesk desk, DossierArchive archive) {
        this.desk = desk;
        this.archive = archive;
    }

    @GetMapping("/pieprasijums")
    String blank(Model model) {
        return page(AskForm.BLANK, model);
    }

    @PostMapping("/pieprasijums")
    String ask(@Valid @ModelAttribute("form") AskForm form, BindingResult errors, Model model, Locale locale) {
        InquiryForm.checkEmail(form.email(), errors);
        var wish = Arrays.stream(Wish.values())
                .filter(known -> known.name().equals(form.wish()))
                .findFirst();
        if (wish.isEmpty() && !errors.hasFieldErrors("wish")) {
            errors.rejectValue("wish", "inquiry.form.wish.missing");
        }
        if (errors.hasErrors() || wish.isEmpty()) {
            return page(form, model);
        }
        desk.ask(wish.get(), String.valueOf(form.email()), InquiryForm.nameOrNone(form.name()), locale);
        return "redirect:/privatums/pieprasijums/nosutits";
    }

    /** The same for everybody: whether the address is known is nobody else's business. */
    @GetMapping("/pieprasijums/nosutits")
    String sent() {
        return "inquiry/ask-sent";
    }

    @GetMapping("/apstiprinat/{token}")
    String look(@PathVariable String token, Model model) {
        model.addAttribute("inquiry", desk.look(token));
        model.addAttribute("token", token);
        return "inquiry/confirm";
    }

    // Programs that check letters open every link, so only the button confirms.
    @PostMapping("/apstiprinat/{token}")
    String confirm(@PathVariable String token, Model model) {
        model.addAttribute("inquiry", desk.confirm(token));
        model.addAttribute("token", token);
        return "inquiry/confirm";
    }

    @GetMapping("/kopija/{token}")
    String copy(@PathVariable String token, Model model) {
        model.addAttribute("inquiry", desk.copyOf(token));
        model.addAttribute("token", token);
        return "inquiry/take-copy";
    }

    @PostMapping("/kopija/{token}")
    void takeCopy(@PathVariable String token, HttpServletResponse response) throws IOException {
        InquiryController.send(desk.copy(token).dossier(), archive, response);
    }

    private static String page(AskForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("wishes", Wish.values());
        return "inquiry/ask";
    }
}
