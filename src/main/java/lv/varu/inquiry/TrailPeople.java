package lv.varu.inquiry;

import java.util.List;
import java.util.Set;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.privacy.Finding;
import lv.varu.privacy.PersonalData;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the trail says about an address; the last to be asked, for the features end their own part of it first. */
@Component
@Order
class TrailPeople implements PersonalData {
    private static final String KIND = "trail-entry";

    private final Trail trail;

    TrailPeople(Trail trail) {
        this.trail = trail;
    }

    @Override
    @Transactional
    public List<Finding> find(String email) {
        return trail.naming(email).stream()
                .filter(entry -> !entry.chain().kind().equals(Inquiry.KIND))
                .map(TrailPeople::finding)
                .toList();
    }

    private static Finding finding(Trail.Naming entry) {
        var found = Finding.of(KIND, entry.id(), entry.chain(), entry.at())
                .with(
                        "trailAction",
                        new DefaultMessageSourceResolvable(
                                new String[] {"audit.action." + entry.action()}, entry.action()))
                .with(
                        "trailCase",
                        new DefaultMessageSourceResolvable(
                                new String[] {"audit.kind." + entry.chain().kind()},
                                entry.chain().kind()))
                .with("trailFrom", entry.from());
        return found.done();
    }

    /** What tells of a record that stays, stays with it. */
    static List<Finding> stayingWith(Set<CaseKey> staying, List<Finding> entries) {
        return entries.stream()
                .map(entry -> staying.contains(entry.about()) ? staying(entry) : entry)
                .toList();
    }

    private static Finding staying(Finding entry) {
        return new Finding(
                entry.kind(),
                entry.id(),
                entry.about(),
                entry.at(),
                entry.fields(),
                entry.files(),
                Finding.Fate.STAYS,
                "trail");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String email, List<Finding> findings) {
        trail.erasePersonal(findings.stream().map(Finding::about).distinct().toList(), email);
    }
}
