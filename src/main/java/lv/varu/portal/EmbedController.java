package lv.varu.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.account.PublicAddress;
import lv.varu.directory.Partnership;
import lv.varu.directory.Partnerships;
import lv.varu.directory.Places;
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of consultations as a part of other sites, and how they put it there. */
@Controller
class EmbedController {
    static final String LIST = "/iegult/apspriesanas";

    private final PublicDocuments documents;
    private final Partnerships partnerships;
    private final Places places;
    private final PublicAddress address;
    private final PortalSettings settings;

    EmbedController(
            PublicDocuments documents,
            Partnerships partnerships,
            Places places,
            PublicAddress address,
            PortalSettings settings) {
        this.documents = documents;
        this.partnerships = partnerships;
        this.places = places;
        this.address = address;
        this.settings = settings;
    }

    @GetMapping("/iegult")
    String snippet(
            @RequestParam(name = "partneriba", required = false) @Nullable String partnership,
            @RequestParam(name = "pasvaldiba", required = false) @Nullable String place,
            @RequestParam(name = "tema", required = false) @Nullable String topic,
            Model model,
            Locale locale) {
        var filter = FeedFilter.of(partnership, place, topic);
        model.addAttribute("filter", filter);
        model.addAttribute("partnerships", partnerships.all());
        model.addAttribute("municipalities", places.municipalities());
        model.addAttribute("topics", Topic.values());
        model.addAttribute("list", filter.narrow(LIST));
        model.addAttribute("listAddress", address.of(filter.narrow(LIST)));
        model.addAttribute("feedAddress", address.of(filter.narrow("/atom.xml")));
        model.addAttribute("calendarAddress", address.of(filter.narrow("/kalendars.ics")));
        model.addAttribute("sites", sites().collect(Collectors.toList()));
        return "portal/embed-snippet";
    }

    @GetMapping(LIST)
    String list(
            @RequestParam(name = "partneriba", required = false) @Nullable String partnership,
            @RequestParam(name = "pasvaldiba", required = false) @Nullable String place,
            @RequestParam(name = "tema", required = false) @Nullable String topic,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var filter = FeedFilter.of(partnership, place, topic);
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; img-src 'self' data:; style-src 'self'; font-src 'self'; base-uri 'none';"
                        + " form-action 'none'; frame-ancestors 'self' "
                        + sites().collect(Collectors.joining(" ")));
        response.setHeader(
                "Cache-Control",
                CacheControl.maxAge(java.time.Duration.ofMinutes(5))
                        .cachePublic()
                        .getHeaderValue());
        model.addAttribute("filter", filter);
        model.addAttribute(
                "rows",
                documents.current(filter).stream()
                        .map(consultation -> new Row(
                                consultation.code(),
                                consultation.title(locale),
                                documents.hosts(consultation, locale),
                                consultation.opensOn(),
                                consultation.closesOn(),
                                consultation.status().name()))
                        .toList());
        model.addAttribute("home", address.of("/apspriesanas"));
        model.addAttribute("base", address.of("/apspriesanas/"));
        return "portal/embed";
    }

    /** The partnerships' own sites, and what the settings add. */
    private Stream<String> sites() {
        return Stream.concat(
                        partnerships.all().stream().map(Partnership::site).map(EmbedController::origin),
                        settings.embedOn().stream())
                .filter(Objects::nonNull)
                .distinct();
    }

    private static @Nullable String origin(String site) {
        try {
            var address = URI.create(site);
            return address.getScheme() == null || address.getHost() == null
                    ? null
                    : address.getScheme() + "://" + address.getHost()
                            + (address.getPort() < 0 ? "" : ":" + address.getPort());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A line of the list. */
    record Row(
            String code,
            String title,
            String hosts,
            java.time.LocalDate opensOn,
            java.time.LocalDate closesOn,
            String status) {}
}
