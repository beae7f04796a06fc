package lv.varu.directory;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.stream.Collectors;
import lv.varu.account.SignedIn;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of partnerships. */
@Controller
@RequestMapping("/darbs/partneribas")
class PartnershipController {
    private final Partnerships partnerships;
    private final TerritoryDesk desk;
    private final Keepers keepers;
    private final Collisions collisions;
    private final SignedIn signedIn;
    private final MessageSource messages;

    PartnershipController(
            Partnerships partnerships,
            TerritoryDesk desk,
            Keepers keepers,
            Collisions collisions,
            SignedIn signedIn,
            MessageSource messages) {
        this.partnerships = partnerships;
        this.desk = desk;
        this.keepers = keepers;
        this.collisions = collisions;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GetMapping
    String list(Model model) {
        var person = signedIn.required();
        model.addAttribute("partnerships", partnerships.all());
        model.addAttribute(
                "editable",
                partnerships.all().stream()
                        .map(Partnership::code)
                        .filter(code -> keepers.keepsPartnership(person, code))
                        .collect(Collectors.toSet()));
        return "directory/partnerships";
    }

    @GetMapping("/{code}/labot")
    String edit(@PathVariable String code, Model model) {
        var partnership = partnerships.find(code);
        Keepers.demand(keepers.keepsPartnership(signedIn.required(), code));
        return form(PartnershipForm.of(partnership), code, model);
    }

    @PostMapping("/{code}/labot")
    String change(
            @PathVariable String code,
            @Valid @ModelAttribute("form") PartnershipForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale locale) {
        var name = partnerships.find(code).name(locale);
        Keepers.demand(keepers.keepsPartnership(signedIn.required(), code));
        form.check(errors);
        if (errors.hasErrors()) {
            return form(form, code, model);
        }
        try {
            desk.change(
                    code,
                    form.versionShown(),
                    form.enteredSite(),
                    form.enteredEmail(),
                    form.enteredPhone(),
                    signedIn.required());
        } catch (OptimisticLockingFailureException collision) {
            collisions.tell(collision, response, model);
            return form(form, code, model);
        }
        redirect.addFlashAttribute(
                "flash", messages.getMessage("directory.partnership.changed", new Object[] {name}, locale));
        return "redirect:/darbs/partneribas";
    }

    private String form(PartnershipForm form, String code, Model model) {
        var partnership = partnerships.fresh(code);
        model.addAttribute("form", form);
        model.addAttribute("shown", partnership);
        model.addAttribute(
                "version", model.containsAttribute("collision") ? partnership.version() : form.versionShown());
        return "directory/partnership-form";
    }
}
