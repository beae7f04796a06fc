package lv.varu.broadcast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lv.varu.broadcast.HelpDesk.Opened;
import lv.varu.directory.Partnership;
import lv.varu.directory.Partnerships;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a called organisation arrives from its letter: what it clicked is chosen already, one button sends it. */
@Controller
@RequestMapping("/palidziba/{token}")
class HelpController {
    static final String NO = "ne";
    private static final int LONGEST = 2000;

    private final HelpDesk desk;
    private final Partnerships partnerships;
    private final MessageSource messages;

    HelpController(HelpDesk desk, Partnerships partnerships, MessageSource messages) {
        this.desk = desk;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    // Programs that check letters open every link: only the button answers.
    @GetMapping
    String open(
            @PathVariable String token,
            @RequestParam(name = "var", required = false) @Nullable String chosen,
            Model model,
            Locale locale) {
        Opened opened = desk.open(token);
        Recipient recipient = opened.recipient();
        Entered entered = chosen != null
                ? new Entered(Set.of(chosen), "", "")
                : new Entered(chosenBefore(recipient), text(recipient.amount()), text(recipient.comment()));
        return page(token, opened, entered, Map.of(), model, locale);
    }

    @PostMapping
    String answer(
            @PathVariable String token,
            @RequestParam(name = "var", required = false) @Nullable List<String> chosen,
            @RequestParam(name = "skaits", defaultValue = "") String amount,
            @RequestParam(name = "piezime", defaultValue = "") String comment,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        Opened opened = desk.open(token);
        Entered entered = new Entered(chosen == null ? Set.of() : new TreeSet<>(chosen), amount, comment);
        Map<String, String> faults = faults(entered, opened);
        if (!faults.isEmpty() || !opened.takesAnswers()) {
            return page(token, opened, entered, faults, model, locale);
        }
        desk.answer(token, entered.answer());
        redirect.addFlashAttribute(
                "flash",
                messages.getMessage(
                        entered.refuses() ? "broadcast.page.refused" : "broadcast.page.offered", null, locale));
        return "redirect:/palidziba/" + token;
    }

    private static Map<String, String> faults(Entered entered, Opened opened) {
        Map<String, String> faults = new LinkedHashMap<>();
        int known = opened.broadcast().options().size();
        boolean strange = entered.chosen().stream()
                .anyMatch(one -> !one.equals(NO) && !(one.matches("\\d") && Integer.parseInt(one) < known));
        if (entered.chosen().isEmpty() || strange) {
            faults.put("var", "broadcast.fault.choice.missing");
        } else if (entered.refuses() && entered.chosen().size() > 1) {
            faults.put("var", "broadcast.fault.choice.both");
        }
        if (!entered.amount().isBlank() && !entered.amount().strip().matches("\\d{1,6}")) {
            faults.put("skaits", "broadcast.fault.amount");
        }
        if (entered.comment().length() > LONGEST) {
            faults.put("piezime", "broadcast.fault.long");
        }
        return faults;
    }

    private String page(
            String token, Opened opened, Entered entered, Map<String, String> faults, Model model, Locale locale) {
        Broadcast broadcast = opened.broadcast();
        model.addAttribute("opened", opened);
        model.addAttribute("broadcast", broadcast);
        model.addAttribute("recipient", opened.recipient());
        model.addAttribute("partnership", broadcast.partnership());
        Partnership lead = partnerships.find(broadcast.partnership());
        model.addAttribute("lead", lead.name(locale));
        model.addAttribute("telephone", lead.phone());
        model.addAttribute("entered", entered);
        model.addAttribute("faults", faults);
        model.addAttribute("token", token);
        return "broadcast/help";
    }

    private static Set<String> chosenBefore(Recipient recipient) {
        if (recipient.helps() == null) {
            return Set.of();
        }
        return recipient.helps()
                ? recipient.options().stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of(NO);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** What was ticked and typed. */
    record Entered(Set<String> chosen, String amount, String comment) {

        public boolean has(String option) {
            return chosen.contains(option);
        }

        boolean refuses() {
            return chosen.contains(NO);
        }

        Answer answer() {
            Set<Integer> options = IntStream.range(0, 10)
                    .filter(option -> chosen.contains(String.valueOf(option)))
                    .boxed()
                    .collect(Collectors.toSet());
            return new Answer(
                    !options.isEmpty(),
                    options,
                    amount.isBlank() ? null : Integer.valueOf(amount.strip()),
                    comment.isBlank() ? null : comment.strip());
        }
    }
}
