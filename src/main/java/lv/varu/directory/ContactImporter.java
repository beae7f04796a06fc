package lv.varu.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.importing.Fault;
import lv.varu.importing.Importer;
import lv.varu.importing.Order;
import lv.varu.importing.Row;
import lv.varu.importing.RowRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people of a municipality from a table; who is known by the e-mail address is passed over or brought up to date. */
@Component
class ContactImporter implements Importer {
    private static final String UPDATING = "-atjaunot";

    private final DirectoryDesk desk;
    private final Contacts contacts;
    private final Places places;
    private final Keepers keepers;
    private final SheetWords words;

    ContactImporter(DirectoryDesk desk, Contacts contacts, Places places, Keepers keepers, SheetWords words) {
        this.desk = desk;
        this.contacts = contacts;
        this.places = places;
        this.keepers = keepers;
        this.words = words;
    }

    @Override
    public String kind() {
        return "kontakti";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.needed("name", "Vārds, uzvārds"),
                Field.needed("email", "Epasts"),
                Field.needed("department", "Struktūrvienība"),
                Field.optional("position"),
                Field.optional("phone", "Telefons"),
                Field.optional("topics", "Tēmas"),
                Field.optional("language"));
    }

    @Override
    public Optional<Destination> destination(String id, Person by) {
        return places.lookUp(municipalityOf(id))
                .filter(place -> place.kind().mayHoldContacts())
                .map(place -> {
                    Keepers.demand(keepers.keepsContactsOf(by, place.code()));
                    return new Destination(
                            id, place.name(Locale.forLanguageTag("lv")), "/darbs/kontakti?pasvaldiba=" + place.code());
                });
    }

    private static String municipalityOf(String destination) {
        return destination.endsWith(UPDATING)
                ? destination.substring(0, destination.length() - UPDATING.length())
                : destination;
    }

    @Override
    public Course begin(Order order) {
        return new Entries(order, words.begin(), contacts.idsByEmail());
    }

    @Override
    public boolean canUndo() {
        return true;
    }

    @Override
    public boolean undo(UUID subject, Person by) {
        return desk.undoImportedContact(subject, by);
    }

    private final class Entries implements Course {
        private final Order order;
        private final SheetWords.Known known;
        private final Map<String, UUID> before;
        private final Map<String, Long> seen = new HashMap<>();

        Entries(Order order, SheetWords.Known known, Map<String, UUID> before) {
            this.order = order;
            this.known = known;
            this.before = before;
        }

        @Override
        public List<Fault> check(Row row) {
            var faults = new ArrayList<Fault>();
            var details = details(row, faults);
            if (details == null) {
                return faults;
            }
            var earlier = seen.putIfAbsent(details.email(), row.number());
            if (earlier != null && earlier != row.number()) {
                faults.add(Fault.ofRow("directory.import.repeats", String.valueOf(earlier)));
            } else if (before.containsKey(details.email())
                    && !order.destination().endsWith(UPDATING)) {
                faults.add(Fault.in("email", "directory.import.contact.known", details.email()));
            }
            return faults;
        }

        @Override
        public UUID take(Row row) {
            var details = details(row, new ArrayList<>());
            if (details == null) {
                throw new RowRefused(List.of(Fault.ofRow("directory.import.missing")));
            }
            var same = contacts.findByEmail(details.email()).filter(MunicipalContact::active);
            if (same.isPresent() && !order.destination().endsWith(UPDATING)) {
                throw new RowRefused(List.of(Fault.in("email", "directory.import.contact.known", details.email())));
            }
            return same.map(found -> desk.updateFromImport(found, details, order.by()))
                    .orElseGet(() -> desk.addFromImport(details, order.by()));
        }

        private @Nullable ContactDetails details(Row row, List<Fault> faults) {
            var name = Entered.text(row.text("name"));
            if (name.isEmpty()) {
                faults.add(Fault.in("name", "directory.import.missing"));
            }
            var email = Entered.email(row.text("email"));
            if (email == null) {
                faults.add(Fault.in("email", "directory.import.missing"));
            }
            SheetWords.reach(email, row.text("phone"), faults);
            var department = known.department(row.text("department"), faults);
            var topics = known.topics(row.text("topics"), faults);
            var language = known.language(row.text("language"), faults);
            if (!faults.isEmpty() || email == null || department.isEmpty()) {
                return null;
            }
            return new ContactDetails(
                    municipalityOf(order.destination()),
                    department.get(),
                    name,
                    row.text("position"),
                    email,
                    row.text("phone"),
                    topics,
                    null,
                    language);
        }
    }
}
