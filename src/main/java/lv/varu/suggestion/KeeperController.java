package lv.varu.suggestion;

import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import lv.varu.directory.Partnerships;
import lv.varu.directory.Places;
import lv.varu.suggestion.RoundDesk.Opened;
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

/** Where the person in the parish enters what was in the box, opened by the link of a letter. */
@Controller
@RequestMapping("/kastite/{token}")
class KeeperController {
    private final RoundDesk desk;
    private final Places places;
    private final Partnerships partnerships;
    private final MessageSource messages;
    private final BoxController staff;

    KeeperController(
            RoundDesk desk, Places places, Partnerships partnerships, MessageSource messages, BoxController staff) {
        this.desk = desk;
        this.places = places;
        this.partnerships = partnerships;
        this.messages = messages;
        this.staff = staff;
    }

    @GetMapping
    String open(@PathVariable String token, Model model, Locale locale) {
        model.addAttribute("form", SheetForm.blank());
        return page(token, desk.open(token), model, locale);
    }

    @PostMapping
    String add(
            @PathVariable String token,
            @ModelAttribute("form") SheetForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale)
            throws IOException {
        Opened opened = desk.open(token);
        if (!staff.add(opened.roundId(), form, errors)) {
            return page(token, opened, model, locale);
        }
        return back(token, "suggestion.sheet.added", redirect, locale);
    }

    @PostMapping("/{id}/nonemt")
    String remove(@PathVariable String token, @PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        desk.remove(desk.open(token).roundId(), id);
        return back(token, "suggestion.sheet.removed", redirect, locale);
    }

    @PostMapping("/pabeigt")
    String finish(@PathVariable String token, RedirectAttributes redirect, Locale locale) {
        desk.finish(desk.open(token).roundId());
        return back(token, "suggestion.finished", redirect, locale);
    }

    private String page(String token, Opened opened, Model model, Locale locale) {
        model.addAttribute("opened", opened);
        model.addAttribute("spot", opened.box().spot());
        model.addAttribute("placeCode", opened.box().place());
        model.addAttribute("placeName", places.fullName(opened.box().place(), locale));
        model.addAttribute("partnership", opened.box().partnership());
        model.addAttribute("lead", partnerships.find(opened.box().partnership()).name(locale));
        model.addAttribute("base", "/kastite/" + token);
        return "suggestion/keeper";
    }

    private String back(String token, String message, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, null, locale));
        return "redirect:/kastite/" + token;
    }
}
