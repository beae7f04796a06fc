package lv.varu.directory;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.validation.Errors;

/**
 * The names of a place as an administrator enters them; a row without any name is left out.
 *
 * @param version of the entry that was shown
 */
record PlaceNamesForm(
        @Nullable Integer version, @Valid @Nullable List<@Nullable Row> names) {

    record Row(
            @Nullable String lv,
            @Nullable String en,
            @Nullable String genitive,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {
        static final Row BLANK = new Row(null, null, null, null, null);

        boolean isBlank() {
            return Entered.text(lv).isEmpty()
                    && Entered.text(en).isEmpty()
                    && Entered.text(genitive).isEmpty();
        }

        DatedName name() {
            return new DatedName(Entered.text(lv), Entered.text(en), Entered.text(genitive), from, to);
        }
    }

    static PlaceNamesForm of(Place place) {
        var rows = new ArrayList<@Nullable Row>();
        place.names().forEach(name -> rows.add(new Row(name.lv(), name.en(), name.genitive(), name.from(), name.to())));
        rows.add(Row.BLANK);
        return new PlaceNamesForm(place.version(), rows);
    }

    int size() {
        return names == null ? 0 : names.size();
    }

    int versionShown() {
        return version == null ? -1 : version;
    }

    void check(Errors errors) {
        var rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isBlank()) {
                checkRow(rows.get(i), "names[" + i + "].", errors);
            }
        }
        if (rows.stream().allMatch(Row::isBlank)) {
            errors.reject("directory.place.names.none");
        } else if (!errors.hasErrors() && anyOverlap(entered())) {
            errors.reject("directory.place.names.overlap");
        }
    }

    /** Only for a form without errors. */
    List<DatedName> entered() {
        return rows().stream().filter(row -> !row.isBlank()).map(Row::name).toList();
    }

    private List<Row> rows() {
        return requireNonNullElse(names, List.<@Nullable Row>of()).stream()
                .map(row -> Objects.requireNonNullElse(row, Row.BLANK))
                .toList();
    }

    private static void checkRow(Row row, String path, Errors errors) {
        demand(row.lv(), path + "lv", errors);
        demand(row.en(), path + "en", errors);
        demand(row.genitive(), path + "genitive", errors);
        if (row.from() != null && row.to() != null && row.to().isBefore(row.from())) {
            errors.rejectValue(path + "to", "directory.place.names.order");
        }
    }

    private static void demand(@Nullable String text, String path, Errors errors) {
        if (Entered.text(text).isEmpty()) {
            errors.rejectValue(path, "directory.place.names.missing");
        } else if (Entered.text(text).length() > 200) {
            errors.rejectValue(path, "directory.long");
        }
    }

    private static boolean anyOverlap(List<DatedName> names) {
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                if (names.get(i).overlaps(names.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }
}
