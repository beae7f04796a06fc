package lv.varu.consultation.invitation;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.SignedIn;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationSheet;
import lv.varu.consultation.ConsultationStatus;
import lv.varu.directory.Invitees;
import lv.varu.directory.OrganisationKind;
import lv.varu.directory.Selection;
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom a consultation invites, and what each of them did. */
@Controller
@RequestMapping("/darbs/apspriesanas/{code}/uzaicinatie")
class InvitationWorkController {
    private static final int ROWS = 50;
    private static final String LIST = "redirect:/darbs/apspriesanas/{code}/uzaicinatie";

    private final ConsultationSheet sheet;
    private final InvitationDesk desk;
    private final InvitationRows rows;
    private final Invitations invitations;
    private final InvitationChoices choices;
    private final Invitees invitees;
    private final SignedIn signedIn;
    private final MessageSource messages;

    InvitationWorkController(
            ConsultationSheet sheet,
            InvitationDesk desk,
            InvitationRows rows,
            Invitations invitations,
            InvitationChoices choices,
            Invitees invitees,
            SignedIn signedIn,
            MessageSource messages) {
        this.sheet = sheet;
        this.desk = desk;
        this.rows = rows;
        this.invitations = invitations;
        this.choices = choices;
        this.invitees = invitees;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "statuss", required = false) @Nullable InvitationStatus status,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var consultation = sheet.get(code, signedIn.required());
        model.addAttribute("consultation", consultation);
        model.addAttribute("q", q);
        model.addAttribute("status", status);
        model.addAttribute("funnel", InvitationFunnel.of(invitations.counts(consultation.id())));
        model.addAttribute("silent", desk.silent(consultation));
        model.addAttribute("open", desk.isOpen(consultation));
        model.addAttribute("mayAdd", desk.invitesNow(consultation));
        model.addAttribute("rows", rows.list(consultation.id(), status, q, PageRequest.of(Math.max(page, 0), ROWS)));
        return "consultation/invitations";
    }

    /** Before the announcement what the notice says, later everybody who is left, unless somebody tries a choice. */
    @GetMapping("/pievienot")
    String choose(
            @PathVariable String code,
            @ModelAttribute("choice") Choice choice,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "skatit", defaultValue = "false") boolean chosen,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        var consultation = sheet.get(code, signedIn.required());
        var shown = chosen || desk.invitesNow(consultation) ? choice : Choice.of(consultation);
        model.addAttribute("consultation", consultation);
        model.addAttribute("choice", shown);
        model.addAttribute("q", q);
        model.addAttribute("options", choices.of(consultation, locale));
        model.addAttribute("mayAdd", desk.invitesNow(consultation));
        var found = invitees.matching(
                shown.selection(consultation),
                invitations.invited(consultation.id()),
                q,
                PageRequest.of(Math.max(page, 0), ROWS));
        model.addAttribute("found", found);
        return "consultation/invitations-add";
    }

    /** @param seen how many the person was told it would be */
    @PostMapping("/pievienot")
    String add(
            @PathVariable String code,
            @ModelAttribute("choice") Choice choice,
            @RequestParam(name = "skaits", defaultValue = "-1") int seen,
            RedirectAttributes redirect,
            Locale locale) {
        var by = signedIn.required();
        var consultation = sheet.get(code, by);
        redirect.addAttribute("code", code);
        if (!desk.invitesNow(consultation)) {
            return tell(redirect, "consultation.inviting.late", locale, 0);
        }
        var selection = choice.selection(consultation);
        int now = invitees.count(selection, invitations.invited(consultation.id()));
        if (now != seen) {
            tell(redirect, "consultation.inviting.changed", locale, now);
            choice.repeat(redirect);
            return LIST + "/pievienot";
        }
        int added = desk.add(consultation.id(), selection, by);
        return tell(
                redirect,
                consultation.status() == ConsultationStatus.OPEN
                        ? "consultation.inviting.added"
                        : "consultation.inviting.added.later",
                locale,
                added);
    }

    @GetMapping("/atgadinat")
    String confirm(@PathVariable String code, Model model) {
        var consultation = sheet.get(code, signedIn.required());
        model.addAttribute("consultation", consultation);
        model.addAttribute("silent", desk.silent(consultation));
        model.addAttribute("funnel", InvitationFunnel.of(invitations.counts(consultation.id())));
        return "consultation/invitations-remind";
    }

    @PostMapping("/atgadinat")
    String remind(@PathVariable String code, RedirectAttributes redirect, Locale locale) {
        var by = signedIn.required();
        var consultation = sheet.get(code, by);
        redirect.addAttribute("code", code);
        if (!desk.isOpen(consultation)) {
            return tell(redirect, "consultation.inviting.late", locale, 0);
        }
        int reminded = desk.remind(consultation.id(), by);
        return tell(
                redirect,
                reminded == 0 ? "consultation.inviting.reminded.none" : "consultation.inviting.reminded",
                locale,
                reminded);
    }

    private String tell(RedirectAttributes redirect, String message, Locale locale, int count) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, new Object[] {count}, locale));
        return LIST;
    }

    /** Whom to invite, as the address says it; it may lack any of them. */
    record Choice(
            List<Topic> temati,
            List<String> vietas,
            List<OrganisationKind> veidi,
            List<UUID> grupas,
            @Nullable Boolean tikaiGrupas) {

        Choice {
            temati = Objects.requireNonNullElse(temati, List.of());
            vietas = Objects.requireNonNullElse(vietas, List.of());
            veidi = Objects.requireNonNullElse(veidi, List.of());
            grupas = Objects.requireNonNullElse(grupas, List.of());
        }

        static Choice of(Consultation consultation) {
            return new Choice(
                    List.copyOf(consultation.invitedTopics()),
                    consultation.invitedPlaces(),
                    List.copyOf(consultation.invitedKinds()),
                    List.copyOf(consultation.invitedGroups()),
                    consultation.invitesOnlyGroups());
        }

        Selection selection(Consultation consultation) {
            return new Selection(
                    Set.copyOf(temati),
                    Set.copyOf(vietas.isEmpty() ? consultation.hosts() : vietas),
                    Set.copyOf(veidi),
                    Set.copyOf(grupas),
                    Boolean.TRUE.equals(tikaiGrupas));
        }

        void repeat(RedirectAttributes redirect) {
            redirect.addAttribute("skatit", true);
            redirect.addAttribute("temati", temati.stream().map(Enum::name).toArray(String[]::new));
            redirect.addAttribute("vietas", vietas.toArray(String[]::new));
            redirect.addAttribute("veidi", veidi.stream().map(Enum::name).toArray(String[]::new));
            redirect.addAttribute("grupas", grupas.stream().map(UUID::toString).toArray(String[]::new));
            redirect.addAttribute("tikaiGrupas", Boolean.TRUE.equals(tikaiGrupas));
        }
    }
}
