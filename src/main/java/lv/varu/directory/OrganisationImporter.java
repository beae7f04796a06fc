package lv.varu.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

/**
 * Organisations from a table. One that is known by its registration number, its e-mail address, or its name and place is
 * passed over or, where the destination says so, brought up to date.
 */
@Component
class OrganisationImporter implements Importer {
    private static final String UPDATING = "-atjaunot";

    private final DirectoryDesk desk;
    private final Organisations organisations;
    private final Partnerships partnerships;
    private final Keepers keepers;
    private final SheetWords words;

    OrganisationImporter(
            DirectoryDesk desk,
            Organisations organisations,
            Partnerships partnerships,
            Keepers keepers,
            SheetWords words) {
        this.desk = desk;
        this.organisations = organisations;
        this.partnerships = partnerships;
        this.keepers = keepers;
        this.words = words;
    }

    @Override
    public String kind() {
        return "organizacijas";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.needed("name", "Organizācija"),
                Field.optional("kind"),
                Field.needed("place", "Pagasts", "Pilsēta", "Novads"),
                Field.optional("topics", "Tēmas", "Temats"),
                Field.optional("registrationNumber", "Reģ. nr.", "Reģistrācijas Nr."),
                Field.optional("contactPerson"),
                Field.optional("email", "Epasts"),
                Field.optional("phone", "Telefons"),
                Field.optional("language"));
    }

    @Override
    public Optional<Destination> destination(String id, Person by) {
        return partnerships.lookUp(partnershipOf(id)).map(partnership -> {
            Keepers.demand(keepers.keepsOrganisationsOf(by, partnership.code()));
            return new Destination(
                    id, partnership.shortName(), "/darbs/organizacijas?partneriba=" + partnership.code());
        });
    }

    private static String partnershipOf(String destination) {
        return destination.endsWith(UPDATING)
                ? destination.substring(0, destination.length() - UPDATING.length())
                : destination;
    }

    @Override
    public Course begin(Order order) {
        return new Entries(order, words.begin(), organisations.known());
    }

    @Override
    public boolean canUndo() {
        return true;
    }

    @Override
    public boolean undo(UUID subject, Person by) {
        return desk.undoImportedOrganisation(subject, by);
    }

    private final class Entries implements Course {
        private final Order order;
        private final SheetWords.Known known;
        private final Organisations.Known before;
        private final Map<String, Long> seen = new HashMap<>();

        Entries(Order order, SheetWords.Known known, Organisations.Known before) {
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
            for (var key : Organisations.keys(details)) {
                var earlier = seen.putIfAbsent(key, row.number());
                if (faults.isEmpty() && earlier != null && earlier != row.number()) {
                    faults.add(Fault.ofRow("directory.import.repeats", String.valueOf(earlier)));
                }
            }
            var same = before.same(details);
            if (same.isPresent() && !order.destination().endsWith(UPDATING)) {
                faults.add(Fault.ofRow(
                        "directory.import.organisation.known", same.get().name()));
            } else if (same.isPresent() && !same.get().partnership().equals(details.partnership())) {
                faults.add(Fault.ofRow(
                        "directory.import.organisation.elsewhere", same.get().name()));
            }
            return faults;
        }

        @Override
        public UUID take(Row row) {
            var details = details(row, new ArrayList<>());
            if (details == null) {
                throw new RowRefused(List.of(Fault.ofRow("directory.import.missing")));
            }
            // Asked again, for somebody may have added it since the check.
            var same = organisations.same(details);
            if (same.isPresent() && !order.destination().endsWith(UPDATING)) {
                throw new RowRefused(List.of(Fault.ofRow(
                        "directory.import.organisation.known", same.get().name())));
            }
            return same.map(found -> desk.updateFromImport(found.id(), details, order.by()))
                    .orElseGet(() -> desk.registerFromImport(details, order.by()));
        }

        private @Nullable OrganisationDetails details(Row row, List<Fault> faults) {
            var name = Entered.text(row.text("name"));
            if (name.isEmpty()) {
                faults.add(Fault.in("name", "directory.import.missing"));
            }
            var kind = known.kind(row.text("kind"), faults);
            var place = known.place("place", row.text("place"), faults);
            var topics = known.topics(row.text("topics"), faults);
            var number = Entered.digits(Entered.text(row.text("registrationNumber")));
            if (!number.isEmpty() && !RegistrationNumber.isWellFormed(number)) {
                faults.add(Fault.in("registrationNumber", "directory.registrationNumber.wrong"));
            }
            SheetWords.reach(row.text("email"), row.text("phone"), faults);
            var language = known.language(row.text("language"), faults);
            if (!faults.isEmpty() || place == null) {
                return null;
            }
            return new OrganisationDetails(
                    name,
                    kind,
                    partnershipOf(order.destination()),
                    place,
                    topics,
                    number,
                    row.text("contactPerson"),
                    row.text("email"),
                    row.text("phone"),
                    language);
        }
    }
}
