package lv.varu.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lv.varu.account.LinkGone;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;
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

/** News by e-mail: asked for, confirmed, changed and ended. */
@Controller
@RequestMapping("/jaunumi")
class SubscriptionController {
    private final SubscriptionDesk desk;
    private final Places places;
    private final PortalSettings settings;
    private final MessageSource messages;

    SubscriptionController(SubscriptionDesk desk, Places places, PortalSettings settings, MessageSource messages) {
        this.desk = desk;
        this.places = places;
        this.settings = settings;
        this.messages = messages;
    }

    @GetMapping
    String blank(
            @RequestParam(name = "pasvaldiba", required = false) @Nullable String place,
            @RequestParam(name = "tema", required = false) @Nullable String topic,
            Model model,
            Locale locale) {
        model.addAttribute("form", SubscriptionForm.blank(place, topic));
        return form(model, locale);
    }

    @PostMapping
    String request(@ModelAttribute("form") SubscriptionForm form, BindingResult errors, Model model, Locale locale) {
        form.checkEmail(errors);
        form.checkNews(errors);
        if (errors.hasErrors()) {
            return form(model, locale);
        }
        desk.request(form.email(), form.choices(codes()), locale);
        return "redirect:/jaunumi/nosutits";
    }

    @GetMapping("/nosutits")
    String requested(Model model) {
        model.addAttribute("days", settings.confirmWithin().toDays());
        return "portal/subscribe-sent";
    }

    @GetMapping("/apstiprinat/{token}")
    String ask(@PathVariable String token, Model model, Locale locale) {
        tell(desk.lookToConfirm(token), model, locale);
        model.addAttribute("token", token);
        return "portal/subscribe-confirm";
    }

    // Programs that check letters open every link, so only the button confirms.
    @PostMapping("/apstiprinat/{token}")
    String confirm(@PathVariable String token, RedirectAttributes redirect, Locale locale) {
        String key = desk.confirm(token);
        redirect.addFlashAttribute("flash", messages.getMessage("portal.subscribe.confirmed", null, locale));
        return "redirect:/jaunumi/" + key;
    }

    @GetMapping("/{token}")
    String choices(@PathVariable String token, Model model, Locale locale) {
        var subscription = desk.open(token);
        model.addAttribute("form", SubscriptionForm.of(subscription));
        return choices(token, subscription, model, locale);
    }

    @PostMapping("/{token}")
    String choose(
            @PathVariable String token,
            @ModelAttribute("form") SubscriptionForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        form.checkNews(errors);
        if (errors.hasErrors()) {
            return choices(token, desk.open(token), model, locale);
        }
        desk.choose(token, form.choices(codes()), locale);
        redirect.addFlashAttribute("flash", messages.getMessage("portal.subscribe.saved", null, locale));
        return "redirect:/jaunumi/" + token;
    }

    @GetMapping("/atteikties/{token}")
    String askToEnd(@PathVariable String token, Model model, Locale locale) {
        tell(desk.open(token), model, locale);
        model.addAttribute("token", token);
        return "portal/subscribe-end";
    }

    /**
     * Also what a mail program sends when its reader presses its own button (RFC 8058): it has no cookie, and it may
     * ask twice.
     */
    @PostMapping("/atteikties/{token}")
    String end(@PathVariable String token) {
        try {
            desk.end(desk.open(token));
        } catch (LinkGone gone) {
            if (gone.reason() != LinkGone.Reason.REVOKED) {
                throw gone;
            }
        }
        return "portal/subscribe-ended";
    }

    private String form(Model model, Locale locale) {
        offer(model, locale);
        return "portal/subscribe";
    }

    private String choices(String token, Subscription subscription, Model model, Locale locale) {
        offer(model, locale);
        model.addAttribute("subscription", subscription);
        model.addAttribute("token", token);
        return "portal/subscription";
    }

    private void offer(Model model, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        places.municipalities().forEach(place -> names.put(place.code(), place.name(locale)));
        model.addAttribute("municipalities", names);
        model.addAttribute("topicChoices", Topic.values());
        model.addAttribute("newsChoices", NewsKind.CHOICES);
    }

    private void tell(Subscription subscription, Model model, Locale locale) {
        model.addAttribute("subscription", subscription);
        model.addAttribute(
                "placeNames",
                subscription.choices().places().stream()
                        .map(code -> places.lookUp(code)
                                .map(place -> place.name(locale))
                                .orElse(code))
                        .toList());
    }

    private List<String> codes() {
        return places.municipalities().stream().map(Place::code).toList();
    }
}
