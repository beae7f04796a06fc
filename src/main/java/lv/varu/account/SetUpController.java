package lv.varu.account;

import jakarta.validation.Valid;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.Account.Identity;
import lv.varu.account.Link.Purpose;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a link to choose a password leads. */
@Controller
@RequestMapping("/iestatit/{token}")
class SetUpController {
    private static final Set<Purpose> PURPOSES = EnumSet.of(Purpose.SET_UP, Purpose.RESET_PASSWORD);

    private final Links links;
    private final OwnAccount own;
    private final MessageSource messages;

    SetUpController(Links links, OwnAccount own, MessageSource messages) {
        this.links = links;
        this.own = own;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable String token, Model model) {
        Link link = links.open(token, PURPOSES);
        return isForFirst(link)
                ? firstPage(token, FirstAdministratorForm.EMPTY, model)
                : passwordPage(token, link, PasswordForm.EMPTY, model);
    }

    @PostMapping
    String choose(
            @PathVariable String token,
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Link link = links.open(token, PURPOSES);
        if (isForFirst(link)) {
            throw new LinkGone(LinkGone.Reason.UNKNOWN);
        }
        form.check(own.person(UUID.fromString(link.subject())), errors);
        if (errors.hasErrors()) {
            return passwordPage(token, link, form, model);
        }
        own.chooseFirstPassword(link, form.password());
        return toSignIn(redirect, locale);
    }

    @PostMapping("/administrators")
    String becomeAdministrator(
            @PathVariable String token,
            @Valid @ModelAttribute("form") FirstAdministratorForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Link link = links.open(token, Purpose.SET_UP);
        if (!isForFirst(link)) {
            throw new LinkGone(LinkGone.Reason.UNKNOWN);
        }
        form.check(errors);
        if (errors.hasErrors()) {
            return firstPage(token, form, model);
        }
        try {
            own.becomeFirstAdministrator(new Identity(form.name(), form.email()), form.password(), locale);
        } catch (EmailTaken taken) {
            errors.rejectValue("email", "account.email.taken");
            return firstPage(token, form, model);
        }
        return toSignIn(redirect, locale);
    }

    private static boolean isForFirst(Link link) {
        return link.subject().equals(FirstAdministrator.SUBJECT);
    }

    private String passwordPage(String token, Link link, PasswordForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("address", "/iestatit/" + token);
        model.addAttribute("person", own.person(UUID.fromString(link.subject())));
        return "account/set-up";
    }

    private static String firstPage(String token, FirstAdministratorForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("address", "/iestatit/" + token + "/administrators");
        return "account/first-administrator";
    }

    private String toSignIn(RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage("account.password.chosen", null, locale));
        return "redirect:/ieiet";
    }
}
