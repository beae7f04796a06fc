package lv.varu.directory;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

/** The pages of places. */
@Controller
@RequestMapping("/darbs/vietas")
class PlaceController {
    private final Places places;
    private final Partnerships partnerships;
    private final TerritoryDesk desk;
    private final Keepers keepers;
    private final Collisions collisions;
    private final SignedIn signedIn;
    private final MessageSource messages;

    PlaceController(
            Places places,
            Partnerships partnerships,
            TerritoryDesk desk,
            Keepers keepers,
            Collisions collisions,
            SignedIn signedIn,
            MessageSource messages) {
        this.places = places;
        this.partnerships = partnerships;
        this.desk = desk;
        this.keepers = keepers;
        this.collisions = collisions;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GetMapping
    String tree(Model model) {
        model.addAttribute(
                "larger",
                places.all().stream()
                        .filter(place -> place.kind() == PlaceKind.STATE || place.kind() == PlaceKind.PLANNING_REGION)
                        .sorted(Comparator.comparing(Place::kind))
                        .toList());
        model.addAttribute("municipalities", places.municipalities());
        model.addAttribute(
                "former", places.all().stream().filter(place -> !place.exists()).toList());
        return "directory/places";
    }

    @GetMapping("/{code}")
    String view(@PathVariable String code, Model model) {
        var place = places.find(code);
        model.addAttribute("place", place);
        model.addAttribute("above", places.aboveAndSelf(code).stream().skip(1).toList());
        model.addAttribute("children", places.parishesOf(code));
        model.addAttribute(
                "keepers",
                places.municipalityOf(code)
                        .map(municipality -> partnerships.keeping(municipality.code()))
                        .orElseGet(List::of));
        model.addAttribute("mayEdit", keepers.keepsPlaces(signedIn.required()));
        return "directory/place";
    }

    @GetMapping("/{code}/nosaukumi")
    String edit(@PathVariable String code, Model model) {
        Keepers.demand(keepers.keepsPlaces(signedIn.required()));
        return form(PlaceNamesForm.of(places.find(code)), code, model);
    }

    @PostMapping("/{code}/nosaukumi")
    String rename(
            @PathVariable String code,
            @Valid @ModelAttribute("form") PlaceNamesForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale locale) {
        Keepers.demand(keepers.keepsPlaces(signedIn.required()));
        form.check(errors);
        if (errors.hasErrors()) {
            return form(form, code, model);
        }
        try {
            desk.rename(code, form.versionShown(), form.entered(), signedIn.required());
        } catch (OptimisticLockingFailureException collision) {
            collisions.tell(collision, response, model);
            return form(form, code, model);
        }
        var arguments = new Object[] {places.find(code).name(locale)};
        redirect.addFlashAttribute("flash", messages.getMessage("directory.place.renamed", arguments, locale));
        redirect.addAttribute("code", code);
        return "redirect:/darbs/vietas/{code}";
    }

    private String form(PlaceNamesForm form, String code, Model model) {
        var place = places.fresh(code);
        model.addAttribute("form", form);
        model.addAttribute("place", place);
        model.addAttribute("version", model.containsAttribute("collision") ? place.version() : form.versionShown());
        return "directory/place-names";
    }
}
