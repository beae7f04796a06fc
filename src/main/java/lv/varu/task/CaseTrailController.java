package lv.varu.task;

import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The trail of one case, for those who work on it. */
@Controller
class CaseTrailController {
    private static final int PAGE = 50;

    private final Trail trail;
    private final SignedIn signedIn;
    private final Contributed<CaseAccess> access;
    private final Contributed<CaseTitles> titles;

    CaseTrailController(
            Trail trail, SignedIn signedIn, ObjectProvider<CaseAccess> access, ObjectProvider<CaseTitles> titles) {
        this.trail = trail;
        this.signedIn = signedIn;
        this.access = new Contributed<>(access, CaseAccess::kind);
        this.titles = new Contributed<>(titles, CaseTitles::kind);
    }

    @GetMapping("/darbs/pieraksti/{kind}/{id}")
    String trail(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(name = "visi", defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        CaseKey key = CaseKey.of(kind, id);
        if (!mayRead(signedIn.required(), key)) {
            throw new NotAllowed();
        }
        model.addAttribute(
                "caseTitle", titles.find(kind).map(known -> known.titleOf(id)).orElse(""));
        model.addAttribute(
                "casePage", titles.find(kind).flatMap(known -> known.pageOf(id)).orElse(null));
        var request = PageRequest.of(Math.max(0, page), PAGE);
        model.addAttribute(all ? "entries" : "rows", all ? trail.of(key, request) : trail.rows(key, request));
        return "task/trail";
    }

    private boolean mayRead(Person person, CaseKey key) {
        return person.isAdministrator()
                || access.find(key.kind())
                        .map(rule -> rule.mayRead(person, key))
                        .orElse(false);
    }
}
