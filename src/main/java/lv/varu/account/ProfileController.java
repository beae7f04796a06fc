package lv.varu.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page about oneself. */
@Controller
@RequestMapping("/darbs/profils")
class ProfileController {
    private final SignedIn signedIn;
    private final OwnAccount own;
    private final CurrentPassword currentPassword;
    private final Sessions sessions;
    private final LocaleResolver languages;
    private final MessageSource messages;

    ProfileController(
            SignedIn signedIn,
            OwnAccount own,
            CurrentPassword currentPassword,
            Sessions sessions,
            LocaleResolver languages,
            MessageSource messages) {
        this.signedIn = signedIn;
        this.own = own;
        this.currentPassword = currentPassword;
        this.sessions = sessions;
        this.languages = languages;
        this.messages = messages;
    }

    @GetMapping
    String show(Model model, HttpSession session) {
        return page(ProfileForm.of(signedIn.required()), NewPasswordForm.EMPTY, model, session);
    }

    @PostMapping
    String save(
            @Valid @ModelAttribute("form") ProfileForm form,
            BindingResult errors,
            Model model,
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return page(form, NewPasswordForm.EMPTY, model, request.getSession());
        }
        Person person = own.call(signedIn.required().id(), form.name(), form.locale());
        var context = new SecurityContextImpl(AccountPrincipals.renewed(authentication, person));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        languages.setLocale(request, response, person.language());
        return saved("account.profile.saved", redirect, person.language());
    }

    @PostMapping("/parole")
    String changePassword(
            @Valid @ModelAttribute("passwordForm") NewPasswordForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Locale locale) {
        Person person = signedIn.required();
        form.check(person, errors);
        if (!errors.hasErrors() && !currentPassword.is(person.id(), form.current())) {
            errors.rejectValue("current", "account.password.wrong");
        }
        if (errors.hasErrors()) {
            return page(ProfileForm.of(person), form, model, request.getSession());
        }
        own.changePassword(person.id(), form.password(), request.getSession().getId());
        request.changeSessionId();
        return saved("account.password.changed", redirect, locale);
    }

    @PostMapping("/sesijas/{id}/beigt")
    String endSession(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        own.endSession(signedIn.required().id(), id);
        return saved("account.session.ended", redirect, locale);
    }

    @PostMapping("/iziet-visur")
    String leaveEverywhere() {
        own.leaveEverywhere(signedIn.required().id());
        SecurityContextHolder.clearContext();
        return "redirect:/ieiet?iziets";
    }

    private String page(ProfileForm form, NewPasswordForm passwordForm, Model model, HttpSession session) {
        Person person = signedIn.required();
        model.addAttribute("form", form);
        model.addAttribute("passwordForm", passwordForm);
        model.addAttribute("person", person);
        model.addAttribute("languages", List.of("lv", "en"));
        model.addAttribute("sessions", sessions.of(person.id()));
        model.addAttribute("thisSession", session.getId());
        return "account/profile";
    }

    private String saved(String message, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, null, locale));
        return "redirect:/darbs/profils";
    }
}
