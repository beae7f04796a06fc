package lv.varu.proposal.entry;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.directory.Topic;
import lv.varu.importing.Fault;
import lv.varu.importing.Row;
import lv.varu.proposal.Call;
import lv.varu.proposal.IntakeChannel;
import lv.varu.proposal.IntakeRules;
import lv.varu.proposal.Reference;
import lv.varu.proposal.Section;
import lv.varu.proposal.Submission;
import lv.varu.proposal.Submitter;
import lv.varu.spreadsheet.SheetDates;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Reads rows of a table as entries of one consultation; words for topics and places are known in every language. */
final class EntrySheet {
    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("lv"), Locale.ENGLISH);
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BESIDE_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final List<String> YES = List.of("ja", "yes", "y", "j", "1", "true", "x", "piekrit");
    private static final List<String> NO = List.of("ne", "no", "n", "0", "false", "nepiekrit");
    private static final int TITLE_FROM_TEXT = 80;
    private static final int SHORTEST_BEGINNING = 4;

    private final Call call;
    private final LocalDate received;
    private final List<Section> sections;
    private final Map<String, Topic> topics = new HashMap<>();
    private final Map<String, IntakeChannel> channels = new HashMap<>();
    private final Map<String, Spot> spots = new HashMap<>();

    /**
     * @param sections of the document
     * @param received for rows that do not say when they came in
     */
    EntrySheet(
            Call call,
            List<Section> sections,
            IntakeRules rules,
            Places places,
            MessageSource messages,
            LocalDate received) {
        this.call = call;
        this.sections = List.copyOf(sections);
        this.received = received;
        for (Locale language : LANGUAGES) {
            Arrays.stream(Topic.values())
                    .forEach(topic ->
                            topics.put(fold(messages.getMessage("directory.topic." + topic, null, language)), topic));
            IntakeChannel.BY_STAFF.forEach(channel ->
                    channels.put(fold(messages.getMessage("proposal.channel." + channel, null, language)), channel));
            for (Place municipality : rules.municipalitiesOf(call)) {
                places.parishesOf(municipality.code())
                        .forEach(part -> spots.putIfAbsent(
                                fold(part.name(language)), new Spot(municipality.code(), part.code())));
            }
            rules.municipalitiesOf(call)
                    .forEach(whole -> spots.put(fold(whole.name(language)), new Spot(whole.code(), null)));
        }
    }

    /** What stands in the row, as far as it can be read; what cannot is added to the faults. */
    StaffEntry read(Row row, List<Fault> faults) {
        Spot municipality = spot(row, "municipality", faults);
        Spot place = spot(row, "place", faults);
        String text = Optional.ofNullable(row.text("text")).orElse("");
        Submission submission = new Submission(
                call.code(),
                known(row, "channel", channels, "proposal.import.fault.channel", faults)
                        .orElse(IntakeChannel.PAPER),
                language(row, faults),
                Optional.ofNullable(row.text("title")).orElseGet(() -> titleOf(text)),
                text,
                known(row, "topic", topics, "proposal.import.fault.topic", faults)
                        .orElse(Topic.OTHER),
                municipality != null ? municipality.municipality : place == null ? null : place.municipality,
                place == null ? null : place.part,
                row.text("ownContribution"),
                row.text("supportAsked"),
                new Submitter(
                        row.text("name"),
                        row.text("email"),
                        row.text("phone"),
                        row.text("address"),
                        row.text("organisation"),
                        flag(row, "publishName", faults)),
                false,
                flag(row, "forwarding", faults),
                List.of(),
                null);
        return new StaffEntry(
                submission,
                date(row, "received", faults).orElse(received),
                date(row, "written", faults).orElse(null),
                date(row, "postmarked", faults).orElse(null));
    }

    /** What in the document the row refers to; what cannot be read is added to the faults. */
    Reference reference(Row row, List<Fault> faults) {
        String section = row.text("section");
        String page = row.text("draftPage");
        Map<String, String> wrong = Reference.faults(section, page, sections);
        wrong.forEach((column, key) -> faults.add(
                column.equals("section")
                        ? Fault.in(column, "proposal.import.fault.section", String.valueOf(section))
                        : Fault.in(column, key)));
        return wrong.isEmpty() ? Reference.of(section, page, sections) : Reference.NONE;
    }

    /** The column in which a fault of the rules is mended. */
    static @Nullable String columnOf(String field) {
        return switch (field) {
            case "receivedOn" -> "received";
            case "writtenOn" -> "written";
            case "postmarkedOn" -> "postmarked";
            default -> field.startsWith("submitter.") ? field.substring("submitter.".length()) : field;
        };
    }

    private @Nullable Spot spot(Row row, String column, List<Fault> faults) {
        return known(row, column, spots, "proposal.import.fault.place", faults).orElse(null);
    }

    private static <T> Optional<T> known(
            Row row, String column, Map<String, T> words, String messageKey, List<Fault> faults) {
        String written = row.text(column);
        if (written == null) {
            return Optional.empty();
        }
        Optional<T> meant = meant(fold(written), words);
        if (meant.isEmpty()) {
            faults.add(Fault.in(column, messageKey, written));
        }
        return meant;
    }

    /** The beginning of a word is enough when it can mean one thing only. */
    private static <T> Optional<T> meant(String word, Map<String, T> words) {
        T exact = words.get(word);
        if (exact != null || word.length() < SHORTEST_BEGINNING) {
            return Optional.ofNullable(exact);
        }
        List<T> possible = words.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(word))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }

    private static Locale language(Row row, List<Fault> faults) {
        String written = row.text("language");
        String word = written == null ? "lv" : fold(written);
        if (word.startsWith("en") || word.startsWith("angl")) {
            return Locale.ENGLISH;
        }
        if (!word.startsWith("lat") && !word.equals("lv")) {
            faults.add(Fault.in("language", "proposal.fault.language.unknown"));
        }
        return LANGUAGES.get(0);
    }

    private static boolean flag(Row row, String column, List<Fault> faults) {
        String written = row.text(column);
        if (written == null || NO.contains(fold(written))) {
            return false;
        }
        if (!YES.contains(fold(written))) {
            faults.add(Fault.in(column, "proposal.import.fault.flag", written));
        }
        return true;
    }

    private static Optional<LocalDate> date(Row row, String column, List<Fault> faults) {
        String written = row.text(column);
        if (written == null) {
            return Optional.empty();
        }
        Optional<LocalDate> date = SheetDates.parse(written);
        Consumer<String> report = text -> faults.add(Fault.in(column, "proposal.import.fault.date", text));
        if (date.isEmpty()) {
            report.accept(written);
        }
        return date;
    }

    /** Letters have no title, so their beginning stands for it. */
    static String titleOf(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        int sentence = line.indexOf(". ");
        String first = sentence > 0 ? line.substring(0, sentence) : line;
        if (first.length() <= TITLE_FROM_TEXT) {
            return first;
        }
        int space = first.lastIndexOf(' ', TITLE_FROM_TEXT);
        return first.substring(0, space < TITLE_FROM_TEXT / 2 ? TITLE_FROM_TEXT : space) + " …";
    }

    private static String fold(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return BESIDE_LETTERS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private record Spot(String municipality, @Nullable String part) {}
}
