package lv.varu.proposal.similar;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.account.SignedIn;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.proposal.Call;
import lv.varu.proposal.entry.StaffIntake;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff see which proposals of a consultation are copies of one letter. */
@Controller
class CampaignController {
    private static final int PAGE = 10;

    private final StaffIntake intake;
    private final Campaigns campaigns;
    private final Places places;
    private final SignedIn signedIn;

    CampaignController(StaffIntake intake, Campaigns campaigns, Places places, SignedIn signedIn) {
        this.intake = intake;
        this.campaigns = campaigns;
        this.places = places;
        this.signedIn = signedIn;
    }

    @GetMapping("/darbs/apspriesanas/{code}/vienadi")
    String list(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        Call call = intake.permitted(code, signedIn.required());
        model.addAttribute("call", call);
        model.addAttribute("partnership", call.lead());
        String words = q.strip();
        PageRequest wanted = PageRequest.of(Math.max(page, 0), PAGE);
        model.addAttribute("q", words);
        model.addAttribute(
                "campaigns",
                words.isEmpty() ? campaigns.of(call.id(), wanted) : campaigns.saying(words, call.id(), wanted));
        model.addAttribute("atOnce", Campaign.AT_ONCE);
        model.addAttribute(
                "municipalities",
                Stream.concat(
                                places.municipalities().stream(),
                                places.all().stream().filter(Place::isLarger))
                        .collect(Collectors.toMap(Place::code, place -> place.name(locale), (one, same) -> one)));
        return "proposal/campaigns";
    }
}
