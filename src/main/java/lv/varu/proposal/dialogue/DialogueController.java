package lv.varu.proposal.dialogue;

import java.util.Locale;
import java.util.UUID;
import lv.varu.account.SignedIn;
import lv.varu.directory.Partnerships;
import lv.varu.proposal.dialogue.DialogueDesk.Conversation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The conversation about a proposal, on a page of its own for each of the three who take part. */
@Controller
class DialogueController {
    private static final String STAFF = "/darbs/priekslikumi/{id}/saruna";
    private static final String AUTHOR = "/priekslikums/{token}/saruna";
    private static final String MUNICIPALITY = "/atbilde/{token}/saruna/{id}";

    private final DialogueDesk desk;
    private final Partnerships partnerships;
    private final SignedIn signedIn;
    private final MessageSource messages;

    DialogueController(DialogueDesk desk, Partnerships partnerships, SignedIn signedIn, MessageSource messages) {
        this.desk = desk;
        this.partnerships = partnerships;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GetMapping(STAFF)
    String staff(@PathVariable UUID id, Model model, Locale locale) {
        return work(id, null, null, model, locale);
    }

    @PostMapping(STAFF)
    String writeAsStaff(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        String words = clean(text);
        String fault = DialogueDesk.faultOf(words);
        if (fault != null) {
            return work(id, fault, words, model, locale);
        }
        desk.writeAsStaff(id, words, signedIn.required());
        return sent("/darbs/priekslikumi/" + id + "/saruna", redirect, locale);
    }

    @GetMapping(AUTHOR)
    String author(@PathVariable String token, Model model, Locale locale) {
        return visitor(desk.forAuthor(token), "/priekslikums/" + token, "", null, null, model, locale);
    }

    @PostMapping(AUTHOR)
    String writeAsAuthor(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        String words = clean(text);
        String fault = DialogueDesk.faultOf(words);
        if (fault != null) {
            return visitor(desk.forAuthor(token), "/priekslikums/" + token, "", fault, words, model, locale);
        }
        desk.writeAsAuthor(token, words);
        return sent("/priekslikums/" + token + "/saruna", redirect, locale);
    }

    @GetMapping(MUNICIPALITY)
    String municipality(@PathVariable String token, @PathVariable UUID id, Model model, Locale locale) {
        return visitor(desk.forMunicipality(token, id), "/atbilde/" + token, "/" + id, null, null, model, locale);
    }

    @PostMapping(MUNICIPALITY)
    String writeAsMunicipality(
            @PathVariable String token,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        String words = clean(text);
        String fault = DialogueDesk.faultOf(words);
        if (fault != null) {
            return visitor(desk.forMunicipality(token, id), "/atbilde/" + token, "/" + id, fault, words, model, locale);
        }
        desk.writeAsMunicipality(token, id, words);
        return sent("/atbilde/" + token + "/saruna/" + id, redirect, locale);
    }

    private String work(UUID id, @Nullable String fault, @Nullable String typed, Model model, Locale locale) {
        show(desk.forStaff(id, signedIn.required()), "/darbs/priekslikumi/" + id, fault, typed, model, locale);
        model.addAttribute("action", "/darbs/priekslikumi/" + id + "/saruna");
        return "proposal/dialogue-work";
    }

    private String visitor(
            Conversation conversation,
            String home,
            String rest,
            @Nullable String fault,
            @Nullable String typed,
            Model model,
            Locale locale) {
        show(conversation, home, fault, typed, model, locale);
        model.addAttribute("action", home + "/saruna" + rest);
        return "proposal/dialogue";
    }

    private void show(
            Conversation conversation,
            String home,
            @Nullable String fault,
            @Nullable String typed,
            Model model,
            Locale locale) {
        model.addAttribute("conversation", conversation);
        model.addAttribute("home", home);
        model.addAttribute("fault", fault);
        model.addAttribute("typed", typed);
        model.addAttribute("partnership", conversation.call().lead());
        model.addAttribute(
                "leadName", partnerships.find(conversation.call().lead()).name(locale));
    }

    private String sent(String page, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage("proposal.dialogue.sent", null, locale));
        return "redirect:" + page;
    }

    private static String clean(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
