package lv.varu.directory;

import static lv.varu.directory.DirectoryExamples.ADMINISTRATOR;
import static lv.varu.directory.DirectoryExamples.KRASLAVA_STAFF;
import static lv.varu.directory.DirectoryExamples.PREILI_STAFF;
import static lv.varu.directory.DirectoryExamples.contact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.NotAllowed;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.annotation.Transactional;

@VaruTest
@Transactional
class ContactsTest {
    private static final String TOWN_HALL = "DAUGAVPILS";

    @Autowired
    Contacts contacts;

    @Autowired
    DirectoryDesk desk;

    @Autowired
    Trail trail;

    private UUID head = UUID.randomUUID();
    private UUID roads = UUID.randomUUID();
    private UUID chancellery = UUID.randomUUID();

    @BeforeEach
    void staffTheTownHall() {
        contacts.of(TOWN_HALL).forEach(other -> desk.activateContact(other.id(), false, ADMINISTRATOR));
        head = desk.addContact(contact(TOWN_HALL, Department.DEVELOPMENT, "Aija", null, Topic.BUSINESS));
        roads = desk.addContact(contact(TOWN_HALL, Department.ROADS_AND_UTILITIES, "Berta", head, Topic.ROADS));
        chancellery = desk.addContact(contact(TOWN_HALL, Department.CHANCELLERY, "Cilda", head));
    }

    @Test
    void answersByDepartmentAndTopicThenDepartmentThenTopicThenChancellery() {
        var buildings =
                desk.addContact(contact(TOWN_HALL, Department.ROADS_AND_UTILITIES, "Alma", head, Topic.BUILDINGS));
        assertThat(answering(Topic.ROADS, "ROADS_AND_UTILITIES")).isEqualTo(roads);
        assertThat(answering(Topic.BUILDINGS, "ROADS_AND_UTILITIES")).isEqualTo(buildings);
        assertThat(answering(Topic.SOCIAL, "DEVELOPMENT")).isEqualTo(head);
        assertThat(answering(Topic.BUSINESS, "SOCIAL_SERVICE")).isEqualTo(head);
        assertThat(answering(Topic.SOCIAL, "SOCIAL_SERVICE")).isEqualTo(chancellery);
        desk.activateContact(roads, false, ADMINISTRATOR);
        assertThat(answering(Topic.ROADS, "ROADS_AND_UTILITIES")).isEqualTo(buildings);
        assertThat(contacts.answering("LATVIJA", Topic.ROADS, "DEVELOPMENT")).isEmpty();
    }

    @Test
    void prefersSomebodyWhoseManagerCanBeTold() {
        var other = desk.addContact(contact(TOWN_HALL, Department.DEVELOPMENT, "Zane", head, Topic.BUSINESS));
        assertThat(answering(Topic.BUSINESS, "DEVELOPMENT")).isEqualTo(other);
    }

    @Test
    void refusesManagersWhoComeBackToTheContactOrWorkElsewhere() {
        assertThat(desk.fitsAsManager(roads, head, TOWN_HALL)).isFalse();
        assertThat(desk.fitsAsManager(head, head, TOWN_HALL)).isFalse();
        assertThat(desk.fitsAsManager(head, roads, "KRASLAVA")).isFalse();
        assertThat(desk.fitsAsManager(UUID.randomUUID(), roads, TOWN_HALL)).isFalse();
        assertThat(desk.fitsAsManager(null, roads, TOWN_HALL)).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.addContact(contact("KRASLAVA", Department.ENVIRONMENT, "Dina", head)));
    }

    @Test
    void isKeptByThePartnershipOfTheTerritory() {
        var details = contact("KRASLAVA", Department.ENVIRONMENT, "Dina", null);
        assertThat(desk.addContact(UUID.randomUUID(), details, KRASLAVA_STAFF).municipality())
                .isEqualTo("KRASLAVA");
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> desk.addContact(UUID.randomUUID(), details, PREILI_STAFF));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.activateContact(head, false, KRASLAVA_STAFF));
    }

    @Test
    void addsOneContactForADoubleSubmit() {
        var id = UUID.randomUUID();
        desk.addContact(id, contact("KRASLAVA", Department.ENVIRONMENT, "Dina", null), KRASLAVA_STAFF);
        desk.addContact(id, contact("KRASLAVA", Department.ENVIRONMENT, "Dina", null), KRASLAVA_STAFF);
        assertThat(contacts.find(List.of(id))).hasSize(1);
    }

    @Test
    void leavesAnErasableTrailWithBeforeAndAfter() {
        var before = contacts.find(roads).orElseThrow();
        var after = contact(TOWN_HALL, Department.ENVIRONMENT, "Berta Liepa", head, Topic.ROADS);
        desk.change(roads, before.version(), after, ADMINISTRATOR);
        var chain = CaseKey.of("contact", roads);
        var entries = trail.of(chain, PageRequest.of(0, 10)).getContent();
        assertThat(entries)
                .extracting(TrailEntry::action)
                .containsExactly("directory.contact.changed", "directory.contact.changed", "directory.contact.added");
        assertThat(entries.get(1).changes())
                .containsExactly(new TrailEntry.Change("department", "ROADS_AND_UTILITIES", "ENVIRONMENT"));
        assertThat(entries.get(0).changes()).contains(new TrailEntry.Change("name", "Berta", "Berta Liepa"));
        trail.erasePersonal(chain);
        assertThat(trail.of(chain, PageRequest.of(0, 10)).getContent().toString())
                .doesNotContain("Liepa");
    }

    private UUID answering(Topic topic, String department) {
        return contacts.answering(TOWN_HALL, topic, department).orElseThrow().id();
    }
}
