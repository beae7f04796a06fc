package lv.varu.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.varu.account.Person;
import lv.varu.importing.Importer.Destination;
import lv.varu.importing.Importer.Field;
import lv.varu.spreadsheet.Column;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Everything that can be imported. */
@Component
class Importers {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final Map<String, Importer> byKind;
    private final MessageSource messages;

    Importers(List<Importer> importers, MessageSource messages) {
        byKind = importers.stream().collect(Collectors.toUnmodifiableMap(Importer::kind, Function.identity()));
        this.messages = messages;
    }

    Importer of(String kind) {
        Importer importer = byKind.get(kind);
        if (importer == null) {
            throw new UnknownImport(kind);
        }
        return importer;
    }

    Destination destination(String kind, String id, Person by) {
        return of(kind).destination(id, by).orElseThrow(() -> new UnknownImport(id));
    }

    /** The title in the language of the reader comes first, those of the other language are understood too. */
    List<Column> columns(Importer importer, Locale language) {
        Locale other = language.getLanguage().equals("lv") ? Locale.ENGLISH : LATVIAN;
        return importer.fields().stream()
                .map(field -> {
                    List<String> titles = new ArrayList<>();
                    titles.add(title(importer, field, language));
                    titles.add(title(importer, field, other));
                    titles.addAll(field.also());
                    return new Column(field.key(), titles, field.needed());
                })
                .toList();
    }

    private String title(Importer importer, Field field, Locale language) {
        return messages.getMessage("importing." + importer.kind() + ".column." + field.key(), null, language);
    }

    /** As the template shows it. */
    String example(Importer importer, Field field, Locale language) {
        return messages.getMessage(
                "importing." + importer.kind() + ".column." + field.key() + ".example", null, language);
    }
}
