package lv.varu.proposal.entry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.calendar.Riga;
import lv.varu.directory.Places;
import lv.varu.importing.Fault;
import lv.varu.importing.Importer;
import lv.varu.importing.Order;
import lv.varu.importing.Row;
import lv.varu.importing.RowRefused;
import lv.varu.proposal.Call;
import lv.varu.proposal.Calls;
import lv.varu.proposal.IntakeDesk.KeyedEntry;
import lv.varu.proposal.IntakeRules;
import lv.varu.proposal.Receipt;
import lv.varu.proposal.Reference;
import lv.varu.proposal.References;
import lv.varu.proposal.SubmissionRefused;
import lv.varu.proposal.Submitter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Proposals that somebody has collected in a table. */
@Component
class ProposalImporter implements Importer {
    private final StaffIntake intake;
    private final References references;
    private final EntryRules entryRules;
    private final IntakeRules intakeRules;
    private final Places places;
    private final Calls calls;
    private final MessageSource messages;

    ProposalImporter(
            StaffIntake intake,
            References references,
            EntryRules entryRules,
            IntakeRules intakeRules,
            Places places,
            Calls calls,
            MessageSource messages) {
        this.intake = intake;
        this.references = references;
        this.entryRules = entryRules;
        this.intakeRules = intakeRules;
        this.places = places;
        this.calls = calls;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "priekslikumi";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.optional("title", "Nosaukums"),
                Field.needed("text", "Saturs", "Priekšlikuma teksts"),
                Field.optional("topic", "Tēma"),
                Field.optional("municipality", "Novads"),
                Field.optional("place", "Pagasts", "Pilsēta vai pagasts"),
                Field.optional("name", "Vārds, uzvārds", "Vārds", "Iesniedzējs"),
                Field.optional("email", "Epasta adrese"),
                Field.optional("phone", "Telefons"),
                Field.optional("address"),
                Field.optional("organisation"),
                Field.optional("channel"),
                Field.optional("received", "Saņemšanas datums"),
                Field.optional("written", "Datums uz iesnieguma"),
                Field.optional("postmarked"),
                Field.optional("forwarding"),
                Field.optional("publishName"),
                Field.optional("ownContribution"),
                Field.optional("supportAsked"),
                Field.optional("language"),
                Field.optional("section", "Dokumenta sadaļa", "Sadaļas numurs"),
                Field.optional("draftPage", "Dokumenta lappuse", "Lpp."));
    }

    @Override
    public Optional<Destination> destination(String id, Person by) {
        return calls.find(id).map(known -> {
            Call call = intake.permitted(id, by);
            return new Destination(call.code(), call.title(), "/darbs/priekslikumi?apspriesana=" + call.id());
        });
    }

    @Override
    public Course begin(Order order) {
        Call call = intake.permitted(order.destination(), order.by());
        EntrySheet sheet = new EntrySheet(
                call, calls.sections(call.id()), intakeRules, places, messages, Riga.dayOf(order.uploadedAt()));
        return new Entries(order, call, intake.hasRoom(call), sheet);
    }

    @Override
    public boolean canUndo() {
        return true;
    }

    @Override
    public boolean undo(UUID subject, Person by) {
        return intake.undo(subject, by);
    }

    @Override
    public Set<UUID> undoAll(List<UUID> subjects, Person by) {
        return intake.undoAll(subjects, by);
    }

    private final class Entries implements Course {
        private final Order order;
        private final Call call;
        private final boolean room;
        private final EntrySheet sheet;
        private final Map<String, Long> seen = new HashMap<>();

        Entries(Order order, Call call, boolean room, EntrySheet sheet) {
            this.order = order;
            this.call = call;
            this.room = room;
            this.sheet = sheet;
        }

        @Override
        public List<Fault> check(Row row) {
            if (!room) {
                return List.of(Fault.ofRow("proposal.import.fault.closed"));
            }
            List<Fault> faults = new ArrayList<>();
            StaffEntry entry = sheet.read(row, faults);
            sheet.reference(row, faults);
            if (!faults.isEmpty()) {
                return faults;
            }
            entryRules.faults(entry, call).stream()
                    // The title comes from the text, so it is the text that is missing.
                    .filter(fault -> !fault.field().equals("title") || row.text("title") != null)
                    .map(Entries::inColumn)
                    .forEach(faults::add);
            Long before = seen.putIfAbsent(keyOf(row, entry), row.number());
            if (before != null && before != row.number()) {
                faults.add(repeats(before));
            }
            return faults;
        }

        @Override
        public UUID take(Row row) {
            StaffEntry entry = sheet.read(row, new ArrayList<>());
            try {
                Receipt receipt = references.keep(
                        sheet.reference(row, new ArrayList<>()),
                        () -> intake.register(entry, call, keyOf(row, entry), order.by()));
                if (receipt.repeated()) {
                    throw new RowRefused(List.of(Fault.ofRow("proposal.import.fault.taken")));
                }
                return receipt.proposalId();
            } catch (SubmissionRefused refused) {
                throw new RowRefused(
                        refused.faults().stream().map(Entries::inColumn).toList());
            }
        }

        @Override
        public Map<Long, UUID> takeAll(List<Row> rows) {
            List<KeyedEntry> entries = new ArrayList<>();
            for (Row row : rows) {
                StaffEntry entry = sheet.read(row, new ArrayList<>());
                entries.add(new KeyedEntry(entry, keyOf(row, entry)));
            }
            Iterator<UUID> ids = intake.registerAll(entries, call, order.by()).iterator();
            Map<Long, UUID> taken = new LinkedHashMap<>();
            Map<UUID, Reference> places = new LinkedHashMap<>();
            rows.forEach(row -> {
                UUID id = ids.next();
                taken.put(row.number(), id);
                places.put(id, sheet.reference(row, new ArrayList<>()));
            });
            references.noteAll(places);
            return taken;
        }

        /**
         * The same row twice is a slip, also when the second one comes after a break; sheets that nobody has signed may
         * well be equal.
         */
        private String keyOf(Row row, StaffEntry entry) {
            Submitter submitter = entry.submission().submitter();
            boolean signed = submitter.name() != null || submitter.email() != null || submitter.organisation() != null;
            String what = signed
                    ? UUID.nameUUIDFromBytes(row.values().entrySet().stream()
                                    .sorted(Map.Entry.comparingByKey())
                                    .toList()
                                    .toString()
                                    .getBytes(StandardCharsets.UTF_8))
                            .toString()
                    : String.valueOf(row.number());
            return "import " + order.run() + " " + what;
        }

        private static Fault repeats(@Nullable Long before) {
            return Fault.ofRow("proposal.import.fault.repeats", String.valueOf(before));
        }

        private static Fault inColumn(SubmissionRefused.Fault fault) {
            return Fault.in(String.valueOf(EntrySheet.columnOf(fault.field())), fault.messageKey());
        }
    }
}
