package lv.varu.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import lv.varu.document.Documents;
import lv.varu.importing.Importer.Destination;
import lv.varu.spreadsheet.SheetReader;
import lv.varu.spreadsheet.SheetRow;
import lv.varu.spreadsheet.SheetWriter;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One import: what would happen, how far it is, what came of it. */
@Controller
@RequestMapping("/darbs/importi/{id}")
class RunController {
    private static final int PAGE = 50;
    private static final int WINDOW = 1_000;

    private final ImportDesk desk;
    private final Importers importers;
    private final Runs runs;
    private final ImportPages pages;
    private final Documents documents;
    private final People people;
    private final SignedIn signedIn;
    private final MessageSource messages;
    private final Clock clock;

    RunController(
            ImportDesk desk,
            Importers importers,
            Runs runs,
            ImportPages pages,
            Documents documents,
            People people,
            SignedIn signedIn,
            MessageSource messages,
            Clock clock) {
        this.desk = desk;
        this.importers = importers;
        this.runs = runs;
        this.pages = pages;
        this.documents = documents;
        this.people = people;
        this.signedIn = signedIn;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
        Run run = progress(id, model);
        Page<Runs.RowFaults> faults =
                run.state() == State.CHECKING ? Page.empty() : runs.faults(id, PageRequest.of(Math.max(0, page), PAGE));
        model.addAttribute("faults", faults);
        model.addAttribute(
                "shownFaults",
                faults.stream()
                        .flatMap(row -> pages.shown(run.kind(), row, locale).stream())
                        .toList());
        model.addAttribute("titles", pages.titles(run.kind(), run.found(), locale));
        model.addAttribute(
                "missing", pages.titles(run.kind(), run.missing(), locale).values());
        model.addAttribute(
                "before", run.state() == State.CHECKED ? runs.before(run).orElse(null) : null);
        model.addAttribute("mayUndo", desk.canUndo(run));
        model.addAttribute(
                "uploadedBy", people.find(run.uploadedBy()).map(Person::name).orElse(""));
        model.addAttribute("script", "importing.js");
        return "importing/run";
    }

    /** The part of the page that changes while it works. */
    @GetMapping("/gaita")
    String progressAlone(@PathVariable UUID id, Model model) {
        progress(id, model);
        return "importing/progress :: progress";
    }

    private Run progress(UUID id, Model model) {
        Run run = desk.permitted(id, signedIn.required());
        Destination destination = importers.destination(run.kind(), run.destination(), signedIn.required());
        model.addAttribute("run", run);
        model.addAttribute("destination", destination);
        model.addAttribute("minutesLeft", run.minutesLeft(clock.instant()));
        return run;
    }

    @PostMapping("/sakt")
    String start(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        boolean started = desk.start(id, signedIn.required());
        return back(id, started ? "importing.flash.started" : "importing.flash.late", redirect, locale);
    }

    @PostMapping("/apturet")
    String stop(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        boolean stopped = desk.stop(id, signedIn.required());
        return back(id, stopped ? "importing.flash.stopped" : "importing.flash.late", redirect, locale);
    }

    @PostMapping("/atcelt")
    String cancel(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        boolean cancelled = desk.cancel(id, signedIn.required());
        return back(id, cancelled ? "importing.flash.cancelled" : "importing.flash.late", redirect, locale);
    }

    @GetMapping("/atsaukt")
    String askUndo(@PathVariable UUID id, Model model) {
        Run run = progress(id, model);
        return desk.canUndo(run) ? "importing/undo" : "redirect:/darbs/importi/" + id;
    }

    @PostMapping("/atsaukt")
    String undo(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        boolean undone = desk.undo(id, signedIn.required());
        return back(id, undone ? "importing.flash.undoing" : "importing.flash.late", redirect, locale);
    }

    private String back(UUID id, String key, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage(key, null, locale));
        return "redirect:/darbs/importi/" + id;
    }

    /** The rows that were not taken as they stand in the file, with the reason behind each, to be mended and sent again. */
    @GetMapping("/kludas.csv")
    void faulty(@PathVariable UUID id, Locale locale, HttpServletResponse response) throws IOException {
        Run run = desk.permitted(id, signedIn.required());
        UUID document = run.document();
        if (document == null) {
            throw new UnknownImport(id.toString());
        }
        Downloads.prepare(response, "kludas.csv", "text/csv;charset=UTF-8");
        try (SheetReader reader = SheetReader.open(documents.contentOf(document));
                SheetWriter writer = SheetWriter.csv(response.getOutputStream())) {
            List<String> header = new ArrayList<>(reader.header());
            header.add(messages.getMessage("importing.faults.row", null, locale));
            header.add(messages.getMessage("importing.faults.why", null, locale));
            writer.row(header);
            List<SheetRow> window = new ArrayList<>();
            while (reader.hasNext()) {
                window.add(reader.next());
                if (window.size() == WINDOW || !reader.hasNext()) {
                    write(run, window, reader.header().size(), writer, locale);
                    window.clear();
                }
            }
        }
    }

    private void write(Run run, List<SheetRow> window, int width, SheetWriter writer, Locale locale)
            throws IOException {
        Map<Long, List<Fault>> faults = runs.faultsBetween(
                run.id(), window.get(0).number(), window.get(window.size() - 1).number());
        for (SheetRow row : window) {
            List<Fault> found = faults.get(row.number());
            if (found != null) {
                List<Object> cells = new ArrayList<>();
                for (int i = 0; i < width; i++) {
                    cells.add(row.cell(i));
                }
                cells.add(row.number());
                cells.add(found.stream()
                        .map(fault -> pages.sentence(fault, locale))
                        .collect(Collectors.joining(" ")));
                writer.row(cells);
            }
        }
    }
}
