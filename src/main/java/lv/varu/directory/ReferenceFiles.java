package lv.varu.directory;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** What {@code reference/places.yaml} and {@code reference/partnerships.yaml} say. */
class ReferenceFiles {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .findAndAddModules()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ReferenceFiles() {}

    static List<PlaceEntry> places() {
        return read("reference/places.yaml", PlacesFile.class).places();
    }

    static List<PartnershipEntry> partnerships() {
        return read("reference/partnerships.yaml", PartnershipsFile.class).partnerships();
    }

    private static <T> T read(String path, Class<T> type) {
        try (var file = new ClassPathResource(path).getInputStream()) {
            return YAML.readValue(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    record PlacesFile(List<PlaceEntry> places) {}

    record PartnershipsFile(List<PartnershipEntry> partnerships) {}

    record PlaceEntry(
            String code,
            PlaceKind kind,
            @Nullable String parent,
            @Nullable String atvk,
            List<DatedName> names,
            @Nullable LocalDate endedOn,
            List<String> successors) {
        PlaceEntry {
            names = names.stream().sorted(DatedName.BY_TIME).toList();
            successors = orEmpty(successors).stream().sorted().toList();
        }

        static PlaceEntry of(Place place) {
            return new PlaceEntry(
                    place.code(),
                    place.kind(),
                    place.parent(),
                    place.atvk(),
                    place.names(),
                    place.endedOn(),
                    place.successors());
        }

        PlaceEntry with(List<DatedName> otherNames) {
            return new PlaceEntry(code, kind, parent, atvk, otherNames, endedOn, successors);
        }
    }

    record PartnershipEntry(
            String code,
            List<DatedName> names,
            String shortName,
            String site,
            String email,
            String phone,
            List<String> territory,
            List<String> counterparties) {
        PartnershipEntry {
            names = names.stream().sorted(DatedName.BY_TIME).toList();
            territory = orEmpty(territory);
            counterparties = orEmpty(counterparties);
        }

        static PartnershipEntry of(Partnership partnership) {
            return new PartnershipEntry(
                    partnership.code(),
                    partnership.names(),
                    partnership.shortName(),
                    partnership.site(),
                    partnership.email(),
                    partnership.phone(),
                    partnership.territory(),
                    partnership.counterparties());
        }

        PartnershipEntry with(String otherSite, String otherEmail, String otherPhone) {
            return new PartnershipEntry(
                    code, names, shortName, otherSite, otherEmail, otherPhone, territory, counterparties);
        }
    }

    private static List<String> orEmpty(@Nullable List<String> codes) {
        return Objects.requireNonNullElse(codes, List.of());
    }
}
