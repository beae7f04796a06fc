package lv.varu.portal;

import java.util.Locale;
import lv.varu.directory.Places;
import lv.varu.directory.Topic;
import lv.varu.proposal.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One box for everything that is public. */
@Controller
class SearchController {
    private static final int PAGE = 20;
    private static final int FIRST_CONSULTATIONS = 3;
    private static final int FIRST_PROPOSALS = 10;

    private final SearchDesk desk;
    private final Places places;

    SearchController(SearchDesk desk, Places places) {
        this.desk = desk;
        this.places = places;
    }

    @GetMapping("/meklet")
    String search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "veids", required = false) @Nullable String view,
            @RequestParam(name = "pasvaldiba", required = false) @Nullable String place,
            @RequestParam(name = "tema", required = false) @Nullable String topic,
            @RequestParam(name = "iznakums", required = false) @Nullable String outcome,
            @RequestParam(defaultValue = "0") String page,
            Model model,
            Locale locale) {
        var query = SearchQuery.of(q, place, topic, outcome);
        var shown = View.of(view);
        int number = shown == View.ALL ? 0 : number(page);
        model.addAttribute("query", query);
        model.addAttribute("view", shown);
        model.addAttribute("searched", query.stems().isPresent());
        model.addAttribute("most", SearchIndex.MOST);
        model.addAttribute("municipalities", places.municipalities());
        model.addAttribute("topics", Topic.values());
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute(
                "consultations",
                desk.consultations(
                        query,
                        shown == View.CONSULTATIONS
                                ? PageRequest.of(number, PAGE)
                                : PageRequest.of(0, FIRST_CONSULTATIONS),
                        locale));
        model.addAttribute(
                "proposals",
                desk.proposals(
                        query,
                        shown == View.PROPOSALS ? PageRequest.of(number, PAGE) : PageRequest.of(0, FIRST_PROPOSALS),
                        locale));
        return "portal/search";
    }

    // An address that somebody has mended by hand shows the beginning rather than an error.
    private static int number(String page) {
        try {
            return Math.max(0, Math.min(SearchIndex.MOST / PAGE, Integer.parseInt(page)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Which group is shown in full. */
    enum View {
        ALL(""),
        CONSULTATIONS("apspriesanas"),
        PROPOSALS("priekslikumi");

        private final String word;

        View(String word) {
            this.word = word;
        }

        /** As the address says it. */
        public String word() {
            return word;
        }

        static View of(@Nullable String word) {
            for (View view : values()) {
                if (view.word.equals(word)) {
                    return view;
                }
            }
            return ALL;
        }
    }
}
