package lv.varu.account;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Account.Identity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Administrators' pages about accounts. */
@Controller
@RequestMapping("/darbs/admin/lietotaji")
class AccountController {
    private static final String LIST = "redirect:/darbs/admin/lietotaji";

    private final AccountList list;
    private final AccountDesk desk;
    private final ObjectProvider<PartnershipNames> partnerships;
    private final MessageSource messages;

    AccountController(
            AccountList list, AccountDesk desk, ObjectProvider<PartnershipNames> partnerships, MessageSource messages) {
        this.list = list;
        this.desk = desk;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        model.addAttribute("q", q);
        model.addAttribute("accounts", list.search(q, page));
        model.addAttribute("partnerships", partnerships(locale));
        return "account/list";
    }

    @GetMapping("/jauns")
    String blank(Model model, Locale locale) {
        return addPage(AccountForm.EMPTY, model, locale);
    }

    @PostMapping("/jauns")
    String invite(
            @Valid @ModelAttribute("form") AccountForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        form.check(partnerships(locale).keySet(), errors);
        if (errors.hasErrors()) {
            return addPage(form, model, locale);
        }
        try {
            desk.invite(new Identity(form.name(), form.email()), form.position(), form.locale());
        } catch (EmailTaken taken) {
            errors.rejectValue("email", "account.email.taken");
            return addPage(form, model, locale);
        }
        return done("account.invited", form.name(), LIST, redirect, locale);
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        return editPage(id, AccountForm.of(list.get(id).person()), model, locale);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AccountForm typed,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        typed.check(partnerships(locale).keySet(), errors);
        if (errors.hasErrors()) {
            return editPage(id, typed, model, locale);
        }
        try {
            desk.change(id, typed.name(), typed.position(), typed.locale());
        } catch (LastAdministrator last) {
            errors.rejectValue("role", "account.last-administrator");
            return editPage(id, typed, model, locale);
        }
        return done("account.changed", typed.name(), LIST, redirect, locale);
    }

    @GetMapping("/{id}/slegt")
    String askDisable(@PathVariable UUID id, Model model) {
        model.addAttribute("account", list.get(id));
        return "account/disable";
    }

    @PostMapping("/{id}/slegt")
    String disable(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        try {
            desk.disable(id);
        } catch (LastAdministrator last) {
            return done("account.last-administrator", "", toAccount(id), redirect, locale);
        }
        return done("account.disabled", nameOf(id), toAccount(id), redirect, locale);
    }

    @PostMapping("/{id}/atvert")
    String enable(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        desk.enable(id);
        return done("account.enabled", nameOf(id), toAccount(id), redirect, locale);
    }

    @PostMapping("/{id}/saite")
    String sendLink(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        desk.sendLink(id);
        return done("account.link-sent", nameOf(id), toAccount(id), redirect, locale);
    }

    private String addPage(AccountForm form, Model model, Locale locale) {
        model.addAttribute("form", form);
        model.addAttribute("roles", Role.values());
        model.addAttribute("partnerships", partnerships(locale));
        model.addAttribute("languages", List.of("lv", "en"));
        return "account/add";
    }

    private String editPage(UUID id, AccountForm form, Model model, Locale locale) {
        addPage(form, model, locale);
        model.addAttribute("account", list.get(id));
        return "account/edit";
    }

    private Map<String, String> partnerships(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        partnerships.orderedStream().forEach(source -> names.putAll(source.byCode(locale)));
        return names;
    }

    private String nameOf(UUID id) {
        return list.get(id).person().name();
    }

    private static String toAccount(UUID id) {
        return LIST + "/" + id;
    }

    private String done(String message, String name, String target, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, new Object[] {name}, locale));
        return target;
    }
}
