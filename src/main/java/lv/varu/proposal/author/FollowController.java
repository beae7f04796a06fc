package lv.varu.proposal.author;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import lv.varu.account.PublicAddress;
import lv.varu.directory.Partnerships;
import lv.varu.document.Document;
import lv.varu.document.Documents;
import lv.varu.proposal.Call;
import lv.varu.proposal.Offers;
import lv.varu.proposal.PlaceChoices;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalDesk;
import lv.varu.proposal.ProposalDesk.ConfirmationRequest;
import lv.varu.proposal.ProposalDesk.Tracking;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.PublicProposals;
import lv.varu.proposal.answer.AnswerFiles;
import lv.varu.proposal.dialogue.Remarks;
import lv.varu.proposal.merging.Kin;
import lv.varu.proposal.merging.Sequels;
import lv.varu.proposal.support.SupportDesk;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the author of a proposal sees and does by link. */
@Controller
@RequestMapping("/priekslikums")
class FollowController {
    private final ProposalDesk desk;
    private final Resubmission resubmission;
    private final ProposalPath path;
    private final Ratings ratings;
    private final Remarks remarks;
    private final PublicProposals publicProposals;
    private final PlaceChoices places;
    private final Offers offers;
    private final Sequels sequels;
    private final SupportDesk support;
    private final Kin kin;
    private final Partnerships partnerships;
    private final Documents documents;
    private final AnswerFiles answerFiles;
    private final PublicAddress address;
    private final MessageSource messages;

    FollowController(
            ProposalDesk desk,
            Resubmission resubmission,
            ProposalPath path,
            Ratings ratings,
            Remarks remarks,
            PublicProposals publicProposals,
            PlaceChoices places,
            Offers offers,
            Sequels sequels,
            SupportDesk support,
            Kin kin,
            Partnerships partnerships,
            Documents documents,
            AnswerFiles answerFiles,
            PublicAddress address,
            MessageSource messages) {
        this.desk = desk;
        this.resubmission = resubmission;
        this.path = path;
        this.ratings = ratings;
        this.remarks = remarks;
        this.publicProposals = publicProposals;
        this.places = places;
        this.offers = offers;
        this.sequels = sequels;
        this.support = support;
        this.kin = kin;
        this.partnerships = partnerships;
        this.documents = documents;
        this.answerFiles = answerFiles;
        this.address = address;
        this.messages = messages;
    }

    @GetMapping("/apstiprinat/{token}")
    String ask(@PathVariable String token, Model model, Locale locale) {
        ConfirmationRequest request = desk.look(token);
        show(request.call(), model, locale);
        model.addAttribute("asked", request);
        model.addAttribute("token", token);
        return request.proposal().status() == ProposalStatus.EXPIRED ? "proposal/erased" : "proposal/confirm";
    }

    // Programs that check letters open every link, so only the button confirms.
    @PostMapping("/apstiprinat/{token}")
    String confirm(
            @PathVariable String token,
            Model model,
            RedirectAttributes redirect,
            Locale locale,
            HttpServletResponse response) {
        boolean before = desk.look(token).confirmed();
        try {
            String follow = desk.confirm(token).getPath();
            if (!before) {
                redirect.addFlashAttribute("flash", messages.getMessage("proposal.page.confirm.done", null, locale));
            }
            return "redirect:/priekslikums/" + follow.substring(follow.lastIndexOf('/') + 1);
        } catch (Proposal.Erased e) {
            response.setStatus(HttpStatus.GONE.value());
            return ask(token, model, locale);
        }
    }

    @GetMapping("/{token}/nosutits")
    String sent(@PathVariable String token, Model model, Locale locale) {
        Tracking tracking = show(token, model, locale);
        model.addAttribute("steps", path.of(tracking, locale));
        model.addAttribute("address", address.of("/priekslikums/" + token));
        return "proposal/sent";
    }

    @GetMapping("/{token}")
    String follow(@PathVariable String token, Model model, Locale locale) {
        Tracking tracking = show(token, model, locale);
        ProposalView proposal = tracking.proposal();
        model.addAttribute("steps", path.of(tracking, locale));
        model.addAttribute("explanation", path.explanation(tracking).orElse(null));
        model.addAttribute("backing", support.backing(proposal, tracking.call(), true));
        model.addAttribute("related", kin.publicly(proposal, locale));
        model.addAttribute("muted", support.isMuted(proposal));
        model.addAttribute("offer", offers.of(proposal.id()));
        model.addAttribute("sequels", sequels.of(proposal.id()));
        model.addAttribute("place", places.name(proposal.municipality(), proposal.place(), locale));
        model.addAttribute("remarks", remarks.counts(List.of(proposal.id())).getOrDefault(proposal.id(), 0L));
        model.addAttribute("rating", ratings.of(proposal.id()).orElse(null));
        model.addAttribute("declined", resubmission.find(proposal.id()).orElse(null));
        model.addAttribute("withdrawable", ProposalStatus.OPEN.contains(proposal.status()));
        model.addAttribute("answeredBy", publicProposals.answeredBy(proposal, locale));
        return "proposal/follow";
    }

    @PostMapping("/{token}/klusums")
    String mute(@PathVariable String token, RedirectAttributes redirect, Locale locale) {
        support.mute(token);
        redirect.addFlashAttribute("flash", messages.getMessage("proposal.merge.muted", null, locale));
        return "redirect:/priekslikums/" + token;
    }

    @GetMapping("/{token}/fails/{id}")
    ResponseEntity<Resource> file(@PathVariable String token, @PathVariable UUID id) {
        Tracking tracking = desk.follow(token);
        return Stream.concat(tracking.files().stream(), answerFiles.published(tracking.proposal()).stream())
                .map(Document::id)
                .filter(id::equals)
                .findFirst()
                .map(documents::serve)
                .orElseThrow(() -> new ProposalNotFound(id));
    }

    private Tracking show(String token, Model model, Locale locale) {
        Tracking tracking = desk.follow(token);
        show(tracking.call(), model, locale);
        model.addAttribute("tracking", tracking);
        model.addAttribute("proposal", tracking.proposal());
        model.addAttribute("token", token);
        return tracking;
    }

    private void show(Call call, Model model, Locale locale) {
        var lead = partnerships.find(call.lead());
        model.addAttribute("call", call);
        model.addAttribute("partnership", call.lead());
        model.addAttribute("lead", lead);
        model.addAttribute("leadName", lead.name(locale));
    }
}
