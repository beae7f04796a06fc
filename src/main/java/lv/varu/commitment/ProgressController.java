package lv.varu.commitment;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lv.varu.calendar.Riga;
import lv.varu.commitment.CommitmentRows.Row;
import lv.varu.commitment.Progress.Fault;
import lv.varu.commitment.ProgressDesk.FileRefused;
import lv.varu.commitment.ProgressDesk.Sheet;
import lv.varu.directory.Places;
import lv.varu.document.FileRefusals;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The one page on which a municipal contact tells how far promises are, opened by the link of a letter. */
@Controller
@RequestMapping("/zinas/{token}")
class ProgressController {
    /** So few fit on a screen unfolded. */
    private static final int FEW = 2;

    private final ProgressDesk desk;
    private final Places places;
    private final MessageSource messages;
    private final Clock clock;
    private final FileRefusals fileRefusals;

    ProgressController(
            ProgressDesk desk, Places places, MessageSource messages, Clock clock, FileRefusals fileRefusals) {
        this.desk = desk;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
        this.fileRefusals = fileRefusals;
    }

    @GetMapping
    String open(@PathVariable String token, Model model, Locale locale) {
        return page(token, desk.open(token), Map.of(), Map.of(), model, locale);
    }

    @PostMapping
    String tell(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes redirect,
            Model model,
            Locale locale)
            throws IOException {
        Sheet sheet = desk.again(token);
        Map<UUID, Progress> entered = entered(sheet, fields, files);
        Map<UUID, Wrong> faults = new LinkedHashMap<>();
        entered.forEach((id, progress) -> progress.fault().ifPresent(fault -> faults.put(id, wrong(fault, locale))));
        if (entered.isEmpty()) {
            redirect.addFlashAttribute("flash", messages.getMessage("commitment.page.nothing", null, locale));
            return "redirect:/zinas/" + token;
        }
        if (faults.isEmpty()) {
            try {
                desk.tell(token, entered);
                redirect.addFlashAttribute(
                        "flash", messages.getMessage("commitment.page.told", new Object[] {entered.size()}, locale));
                return "redirect:/zinas/" + token;
            } catch (FileRefused refused) {
                faults.put(refused.commitment, new Wrong("file", fileRefusals.tell(refused.why, locale)));
            }
        }
        return page(token, sheet, entered, faults, model, locale);
    }

    private Wrong wrong(Fault fault, Locale locale) {
        return new Wrong(fault.field(), messages.getMessage(fault.messageKey(), null, locale));
    }

    /** Only those of which something was filled in. */
    private static Map<UUID, Progress> entered(
            Sheet sheet, MultiValueMap<String, String> fields, MultiValueMap<String, MultipartFile> files)
            throws IOException {
        Map<UUID, Progress> entered = new LinkedHashMap<>();
        for (Row row : sheet.promises()) {
            String state = fields.getFirst("state-" + row.id());
            Progress progress = new Progress(
                    Stream.of(CommitmentState.values())
                            .filter(known -> known.isPublic() && known.name().equals(state))
                            .findFirst()
                            .orElse(null),
                    PromiseForm.text(fields.getFirst("words-" + row.id())),
                    PromiseForm.text(fields.getFirst("link-" + row.id())),
                    CommitmentController.upload(files.getFirst("file-" + row.id())));
            if (!progress.isEmpty()) {
                entered.put(row.id(), progress);
            }
        }
        return entered;
    }

    private String page(
            String token,
            Sheet sheet,
            Map<UUID, Progress> entered,
            Map<UUID, Wrong> faults,
            Model model,
            Locale locale) {
        LocalDate today = Riga.today(clock);
        List<Entry> entries = sheet.promises().stream()
                .map(row -> new Entry(
                        row,
                        places.find(row.municipality()).name(locale),
                        sheet.latest().get(row.id()),
                        entered.getOrDefault(row.id(), Progress.NONE),
                        faults.get(row.id()),
                        asked(row, today),
                        row.reportBy() != null && row.reportBy().isBefore(today),
                        sheet.promises().size() <= FEW || faults.containsKey(row.id())))
                .toList();
        model.addAttribute("entries", entries);
        model.addAttribute(
                "faulty",
                entries.stream().filter(entry -> entry.fault() != null).toList());
        model.addAttribute("contact", sheet.contact());
        model.addAttribute("partnership", sheet.partnership());
        model.addAttribute("token", token);
        model.addAttribute("states", CommitmentState.PUBLIC);
        return "commitment/tell";
    }

    private static boolean asked(Row row, LocalDate today) {
        return row.nextOn() != null && !row.nextOn().isAfter(today);
    }

    /** @param field as the form calls it, without the id */
    record Wrong(String field, String text) {}

    /**
     * One promise on the page.
     *
     * @param asked the municipality has been asked and not yet told
     */
    record Entry(
            Row row,
            String place,
            @Nullable News latest,
            Progress entered,
            @Nullable Wrong fault,
            boolean asked,
            boolean late,
            boolean open) {}
}
