package lv.varu.consultation;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import lv.varu.account.PublicAddress;
import lv.varu.consultation.meeting.MeetingDesk;
import lv.varu.consultation.turn.RevisionDesk;
import lv.varu.directory.Partnerships;
import lv.varu.directory.Places;
import lv.varu.document.Document;
import lv.varu.document.Documents;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that anybody reads. */
@Controller
class PortalController {
    private static final int PER_PAGE = 20;

    private final Portal portal;
    private final Documents documents;
    private final MeetingDesk meetings;
    private final RevisionDesk revisions;
    private final Places places;
    private final Partnerships partnerships;
    private final PublicAddress address;
    private final MessageSource messages;

    PortalController(
            Portal portal,
            Documents documents,
            MeetingDesk meetings,
            RevisionDesk revisions,
            Places places,
            Partnerships partnerships,
            PublicAddress address,
            MessageSource messages) {
        this.portal = portal;
        this.documents = documents;
        this.meetings = meetings;
        this.revisions = revisions;
        this.places = places;
        this.partnerships = partnerships;
        this.address = address;
        this.messages = messages;
    }

    @GetMapping("/")
    String front(Model model, Locale locale) {
        model.addAttribute("front", portal.front(locale));
        model.addAttribute("partnerships", partnerships.all());
        describe(model, text("home.title", locale), text("home.description", locale), "/");
        return "consultation/portal/home";
    }

    @GetMapping("/apspriesanas")
    String list(
            @RequestParam(name = "skats", required = false) @Nullable String view,
            @RequestParam(name = "pasvaldiba", required = false) @Nullable String municipality,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        var stage = Stage.named(view);
        var filter = PortalFilter.of(stage, municipality, q);
        var counts = portal.counts(filter);
        model.addAttribute("stage", stage);
        model.addAttribute(
                "tabs",
                Arrays.stream(Stage.values())
                        .map(tab -> new Tab(tab, counts.getOrDefault(tab, 0L), tab == stage))
                        .filter(tab -> tab.count() > 0 || tab.current())
                        .toList());
        model.addAttribute(
                "total", counts.values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute("municipality", municipality);
        model.addAttribute("municipalities", places.municipalities());
        model.addAttribute("q", q);
        model.addAttribute("cards", portal.cards(filter, PageRequest.of(Math.max(page, 0), PER_PAGE), locale));
        describe(model, text("list.title", locale), text("list.description", locale), "/apspriesanas");
        return "consultation/portal/list";
    }

    @GetMapping("/apspriesanas/{code}")
    String one(@PathVariable String code, Model model, Locale locale) {
        var dossier = portal.dossier(code, locale);
        model.addAttribute("dossier", dossier);
        model.addAttribute("partnership", dossier.card().lead());
        describe(
                model,
                dossier.card().title(),
                dossier.card().summary(),
                "/apspriesanas/" + dossier.card().code());
        return "consultation/portal/consultation";
    }

    @GetMapping("/apspriesanas/{code}/faili/{file}")
    ResponseEntity<Resource> file(@PathVariable String code, @PathVariable UUID file) {
        var owner = ConsultationDesk.key(portal.get(code).id());
        return documents
                .find(file)
                .filter(found -> found.owner().equals(owner))
                .map(Document::id)
                .map(documents::serve)
                .orElseThrow(() -> new ConsultationNotFound(code));
    }

    /** A later version of the document. */
    @GetMapping("/apspriesanas/{code}/redakcijas/{number}")
    ResponseEntity<Resource> version(@PathVariable String code, @PathVariable int number) {
        return revisions.serve(portal.get(code).id(), number);
    }

    @GetMapping("/apspriesanas/{code}/sanaksmes/{id}/faili/{file}")
    ResponseEntity<Resource> minutes(@PathVariable String code, @PathVariable UUID id, @PathVariable UUID file) {
        return documents.serve(
                meetings.publicFile(portal.get(code).id(), id, file).id());
    }

    /** How many a stage has. */
    record Tab(Stage stage, long count, boolean current) {}

    private void describe(Model model, String title, String description, String path) {
        model.addAttribute("meta", new PageMeta(title, PageMeta.excerpt(description), address.of(path)));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage("consultation.portal." + key, null, locale);
    }
}
