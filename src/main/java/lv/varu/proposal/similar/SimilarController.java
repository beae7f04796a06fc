package lv.varu.proposal.similar;

import lv.varu.account.SignedIn;
import lv.varu.proposal.Call;
import lv.varu.proposal.CallNotFound;
import lv.varu.proposal.Calls;
import lv.varu.proposal.entry.StaffIntake;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is similar to a text while somebody writes it, as a part of their page. */
@Controller
public class SimilarController {
    public static final int SHOWN = 4;
    private static final int LONGEST = 2_000;

    private final Calls calls;
    private final SimilarProposals similar;
    private final StaffIntake intake;
    private final SignedIn signedIn;

    SimilarController(Calls calls, SimilarProposals similar, StaffIntake intake, SignedIn signedIn) {
        this.calls = calls;
        this.similar = similar;
        this.intake = intake;
        this.signedIn = signedIn;
    }

    @GetMapping("/apspriesanas/{code}/priekslikums/lidzigi")
    String whileWriting(@PathVariable String code, @RequestParam(defaultValue = "") String q, Model model) {
        Call call = calls.find(code).filter(Call::announced).orElseThrow(() -> new CallNotFound(code));
        model.addAttribute("call", call);
        model.addAttribute("similar", similar.published(call.id(), brief(q), SHOWN));
        return "proposal/similar :: public";
    }

    @GetMapping("/darbs/apspriesanas/{code}/lidzigi-tekstam")
    String whileEntering(@PathVariable String code, @RequestParam(defaultValue = "") String q, Model model) {
        Call call = intake.permitted(code, signedIn.required());
        model.addAttribute("similar", similar.forStaff(call.id(), brief(q), null, SHOWN));
        return "proposal/similar :: staff";
    }

    private static String brief(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
