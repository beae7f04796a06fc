package lv.varu.inquiry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import lv.varu.calendar.Riga;
import lv.varu.inquiry.Inquiry.State;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Where managers and administrators answer what people ask about their data. */
@Controller
@RequestMapping("/darbs/datu-pieprasijumi")
class InquiryController {
    private static final String LIST = "redirect:/darbs/datu-pieprasijumi";
    private static final String ONE = LIST + "/{id}";
    private static final int PAGE_SIZE = 25;

    private final InquiryDesk desk;
    private final Inquiries inquiries;
    private final DossierArchive archive;
    private final People people;
    private final SignedIn signedIn;
    private final MessageSource messages;
    private final Clock clock;

    InquiryController(
            InquiryDesk desk,
            Inquiries inquiries,
            DossierArchive archive,
            People people,
            SignedIn signedIn,
            MessageSource messages,
            Clock clock) {
        this.desk = desk;
        this.inquiries = inquiries;
        this.archive = archive;
        this.people = people;
        this.signedIn = signedIn;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "stavoklis", required = false) @Nullable State state,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        InquiryDesk.demand(person());
        var shown = state == null ? State.OPEN : state;
        model.addAttribute("q", q);
        model.addAttribute("state", shown);
        model.addAttribute("states", List.of(State.OPEN, State.ANSWERED, State.UNCONFIRMED));
        model.addAttribute("counts", counts());
        model.addAttribute("inquiries", search(shown, q, page));
        model.addAttribute("today", Riga.today(clock));
        return "inquiry/list";
    }

    private Page<Inquiry> search(State state, String q, int page) {
        String pattern = "%" + q.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
        var request = PageRequest.of(Math.max(0, page), PAGE_SIZE);
        return state == State.OPEN
                ? inquiries.byDueDay(Set.of(state), pattern, request)
                : inquiries.byArrival(Set.of(state), pattern, request);
    }

    private Map<State, Long> counts() {
        var counts = new EnumMap<State, Long>(State.class);
        inquiries.counts().forEach(count -> counts.put(count.getState(), count.getAmount()));
        return counts;
    }

    @GetMapping("/jauns")
    String blank(Model model) {
        InquiryDesk.demand(person());
        return addPage(InquiryForm.blank(Riga.today(clock)), model);
    }

    @PostMapping("/jauns")
    String register(
            @Valid @ModelAttribute("form") InquiryForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        InquiryDesk.demand(person());
        var received = form.check(Riga.today(clock), errors);
        if (received.isEmpty()) {
            return addPage(form, model);
        }
        UUID id = desk.register(
                Wish.valueOf(String.valueOf(form.wish())),
                Way.valueOf(String.valueOf(form.way())),
                form.asker(),
                String.valueOf(form.verification()).strip(),
                received.get(),
                person());
        return done(id, "inquiry.registered", redirect, locale);
    }

    private static String addPage(InquiryForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("wishes", Wish.values());
        model.addAttribute("ways", Way.OFFICE);
        model.addAttribute("languages", List.of("lv", "en"));
        return "inquiry/add";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        head(id, model);
        model.addAttribute("dossier", desk.open(id, person()));
        return "inquiry/show";
    }

    private Inquiry head(UUID id, Model model) {
        var inquiry = desk.find(id, person());
        var by = inquiry.answeredBy();
        model.addAttribute("inquiry", inquiry);
        model.addAttribute("today", Riga.today(clock));
        model.addAttribute(
                "answeredBy",
                by == null ? null : people.find(by).map(Person::name).orElse(null));
        return inquiry;
    }

    @GetMapping("/{id}/lejupieladet")
    void download(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        send(desk.download(id, person()), archive, response);
    }

    static void send(Dossier dossier, DossierArchive archive, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(DossierArchive.FILE_NAME)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        archive.write(dossier, response.getOutputStream());
    }

    @PostMapping("/{id}/kopija")
    String sendCopy(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        desk.sendCopy(id, person());
        return done(id, "inquiry.answered", redirect, locale);
    }

    @GetMapping("/{id}/dzest")
    String preview(@PathVariable UUID id, Model model) {
        return erasePage(id, ErasureForm.BLANK, model);
    }

    @PostMapping("/{id}/dzest")
    String erase(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ErasureForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        desk.find(id, person());
        form.check(errors);
        if (errors.hasErrors()) {
            return erasePage(id, form, model);
        }
        desk.erase(id, form.kept(), form.text(), person());
        return done(id, "inquiry.answered", redirect, locale);
    }

    private String erasePage(UUID id, ErasureForm form, Model model) {
        var inquiry = head(id, model);
        if (!inquiry.isOpen()) {
            throw new Inquiry.OutOfTurn(id, inquiry.state());
        }
        var dossier = desk.open(id, person());
        model.addAttribute("form", form);
        model.addAttribute("dossier", dossier);
        model.addAttribute("outlook", dossier.outlook(form.kept()));
        return "inquiry/erase";
    }

    @GetMapping("/{id}/atteikt")
    String refusal(@PathVariable UUID id, Model model) {
        return reasonPage(id, "refuse", ReasonForm.BLANK, model);
    }

    @PostMapping("/{id}/atteikt")
    String refuse(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        if (errors.hasErrors()) {
            return reasonPage(id, "refuse", form, model);
        }
        desk.refuse(id, form.text(), person());
        return done(id, "inquiry.answered", redirect, locale);
    }

    @GetMapping("/{id}/pagarinat")
    String extension(@PathVariable UUID id, Model model) {
        return reasonPage(id, "extend", ReasonForm.BLANK, model);
    }

    @PostMapping("/{id}/pagarinat")
    String extend(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        if (errors.hasErrors()) {
            return reasonPage(id, "extend", form, model);
        }
        desk.extend(id, form.text(), person());
        return done(id, "inquiry.extended", redirect, locale);
    }

    private String reasonPage(UUID id, String act, ReasonForm form, Model model) {
        var inquiry = head(id, model);
        if (!inquiry.isOpen()) {
            throw new Inquiry.OutOfTurn(id, inquiry.state());
        }
        model.addAttribute("form", form);
        model.addAttribute("act", act);
        return "inquiry/reason";
    }

    /** Somebody was faster; the page shows what they did. */
    @ExceptionHandler({Inquiry.OutOfTurn.class, Inquiry.AlreadyExtended.class})
    String tooLate(RuntimeException tooLate, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        var flash = RequestContextUtils.getOutputFlashMap(request);
        flash.put("flash", messages.getMessage("inquiry.too-late", null, locale));
        RequestContextUtils.saveOutputFlashMap("/darbs/datu-pieprasijumi", request, response);
        return LIST;
    }

    private Person person() {
        return signedIn.required();
    }

    private String done(UUID id, String message, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, null, locale));
        redirect.addAttribute("id", id);
        return ONE;
    }
}
