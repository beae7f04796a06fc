package lv.varu.proposal.support;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import lv.varu.privacy.Finding;
import lv.varu.privacy.PersonalData;
import lv.varu.privacy.RetainedData;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people who support proposals. */
@Component
class SupporterPeople implements PersonalData, RetainedData {
    private static final String CALL = "consultation";

    private final Supporters supporters;
    private final SupportDesk desk;

    SupporterPeople(Supporters supporters, SupportDesk desk) {
        this.supporters = supporters;
        this.desk = desk;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> find(String email) {
        return supporters.of(email).stream().map(SupporterPeople::finding).toList();
    }

    private static Finding finding(Supporter supporter) {
        return Finding.of(Supporter.KIND, supporter.id(), supporter.key(), supporter.askedAt())
                .with("name", supporter.name())
                .with("email", supporter.email())
                .with("organisation", supporter.organisation())
                .with("publishName", supporter.publishName())
                .with("confirmedAt", supporter.confirmedAt())
                .done();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String email, List<Finding> findings) {
        findings.forEach(found -> desk.forget(UUID.fromString(found.id())));
    }

    @Override
    public String kind() {
        return Supporter.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<CaseKey, Long> count(Collection<CaseKey> cases) {
        Map<CaseKey, Long> found = new HashMap<>();
        supporters
                .countIn(cases.stream()
                        .filter(key -> key.kind().equals(CALL))
                        .map(key -> UUID.fromString(key.id()))
                        .toList())
                .forEach((call, count) -> found.put(CaseKey.of(CALL, call), count));
        return found;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int erase(CaseKey of, int most) {
        List<UUID> ids = of.kind().equals(CALL) ? supporters.in(UUID.fromString(of.id()), most) : List.of();
        ids.forEach(desk::retire);
        return ids.size();
    }
}
