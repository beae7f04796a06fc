package lv.varu.sample;

import java.util.UUID;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.directory.GroupDesk;
import lv.varu.directory.OrganisationKind;
import lv.varu.directory.OrganisationRow;
import lv.varu.directory.OrganisationSearch;
import lv.varu.directory.Organisations;
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Groups of organisations that partnerships like to invite together. */
@Component
@ConditionalOnProperty("varu.demo")
class SampleGroups {
    private static final int MOST = 200;

    private final GroupDesk desk;
    private final Organisations organisations;
    private final SampleAccounts accounts;

    SampleGroups(GroupDesk desk, Organisations organisations, SampleAccounts accounts) {
        this.desk = desk;
        this.organisations = organisations;
        this.accounts = accounts;
    }

    void form() {
        group("KRASLAVA", "Vide un enerģija", "Dabas un siltuma jautājumi", null, Topic.ENVIRONMENT_AND_ENERGY);
        group("PREILI", "Iedzīvotāju padomes", "Visas pagastu padomes", OrganisationKind.RESIDENTS_COUNCIL, null);
        group("KAIMINI", "Kultūra un izglītība", "Skolas, tautas nami, kori", null, Topic.EDUCATION_AND_CULTURE);
    }

    private void group(
            String partnership, String name, String note, @Nullable OrganisationKind kind, @Nullable Topic topic) {
        var staff = accounts.staff(partnership);
        var members = organisations
                .search(new OrganisationSearch(null, partnership, kind, topic, false), PageRequest.of(0, MOST))
                .map(OrganisationRow::id)
                .getContent();
        Acting.as(Actor.account(staff.id()), null, () -> {
            var group = desk.create(UUID.randomUUID(), partnership, name, note, staff);
            desk.add(group, members, staff);
        });
    }
}
