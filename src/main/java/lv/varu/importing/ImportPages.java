package lv.varu.importing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.importing.Runs.RowFaults;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;

/** Imports in the words of the reader. */
@Component
class ImportPages {
    private final Importers importers;
    private final People people;
    private final MessageSource messages;

    ImportPages(Importers importers, People people, MessageSource messages) {
        this.importers = importers;
        this.people = people;
        this.messages = messages;
    }

    List<ShownColumn> columns(String kind, Locale locale) {
        String texts = "importing." + kind + ".column.";
        return importers.of(kind).fields().stream()
                .map(field -> new ShownColumn(
                        text(texts + field.key(), locale),
                        text(texts + field.key() + ".hint", locale),
                        text(texts + field.key() + ".example", locale),
                        field.needed()))
                .toList();
    }

    /** The title of each column by its key. */
    Map<String, String> titles(String kind, Collection<String> keys, Locale locale) {
        Map<String, String> titles = new LinkedHashMap<>();
        keys.forEach(key -> titles.put(key, text("importing." + kind + ".column." + key, locale)));
        return titles;
    }

    Page<Earlier> earlier(Page<Run> runs) {
        Map<UUID, Person> known = people.find(runs.stream().map(Run::uploadedBy).collect(Collectors.toSet()));
        return runs.map(run -> {
            Person by = known.get(run.uploadedBy());
            return new Earlier(run, by == null ? "" : by.name());
        });
    }

    List<ShownFault> shown(String kind, RowFaults row, Locale locale) {
        return row.faults().stream()
                .map(fault -> shown(kind, row.row(), fault, locale))
                .toList();
    }

    private ShownFault shown(String kind, long row, Fault fault, Locale locale) {
        String column = fault.column();
        return new ShownFault(
                row,
                column == null ? "" : text("importing." + kind + ".column." + column, locale),
                sentence(fault, locale));
    }

    String sentence(Fault fault, Locale locale) {
        return messages.getMessage(fault.messageKey(), fault.arguments().toArray(), locale);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    record ShownColumn(String title, String hint, String example, boolean needed) {}

    record ShownFault(long row, String column, String sentence) {}

    record Earlier(Run run, String by) {}
}
