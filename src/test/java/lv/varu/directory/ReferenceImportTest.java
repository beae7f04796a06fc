package lv.varu.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lv.varu.VaruTest;
import lv.varu.directory.ReferenceFiles.PlaceEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VaruTest
class ReferenceImportTest {
    private static final Locale LV = Locale.forLanguageTag("lv");

    @Autowired
    ReferenceImport reference;

    @Autowired
    Places places;

    @Autowired
    Partnerships partnerships;

    @Test
    void bringsThePlacesOfSouthernLatgale() {
        assertThat(places.municipalities())
                .extracting(Place::code)
                .containsExactly("DAUGAVPILS", "AUGSDAUGAVA", "KRASLAVA", "LIVANI", "PREILI");
        assertThat(places.parishesOf("KRASLAVA"))
                .hasSize(26)
                .first()
                .extracting(Place::code)
                .isEqualTo("KRASLAVA-DAGDA");
        assertThat(places.municipalityOf("KRASLAVA-SKELTOVA"))
                .get()
                .extracting(Place::code)
                .isEqualTo("KRASLAVA");
        assertThat(places.municipalityOf("LATGALE")).isEmpty();
        assertThat(partnerships.keeping("LIVANI")).extracting(Partnership::code).containsExactly("PREILI");
    }

    @Test
    void knowsWhatAPlaceWasCalledOnADay() {
        var daugavpils = places.find("DAUGAVPILS");
        assertThat(daugavpils.nameOn(LocalDate.parse("2021-06-30"), LV)).isEqualTo("Daugavpils pilsēta");
        assertThat(daugavpils.nameOn(LocalDate.parse("2021-07-01"), LV)).isEqualTo("Daugavpils valstspilsēta");
        assertThat(daugavpils.name(Locale.ENGLISH)).isEqualTo("Daugavpils State City");
    }

    @Test
    void changesNothingTheSecondTime() {
        assertThat(reference.run(ReferenceFiles.places(), ReferenceFiles.partnerships()))
                .isZero();
    }

    @Test
    void takesOverWhatDiffers() {
        var name = new DatedName("Mācību vieta", "Training place", "Mācību vietas", null, null);
        var entry = new PlaceEntry("TRAINING", PlaceKind.PARISH, null, null, List.of(name), null, List.of());
        assertThat(reference.run(List.of(entry), List.of())).isEqualTo(1);
        assertThat(places.find("TRAINING").atvk()).isNull();
        var ended = new PlaceEntry(
                "TRAINING", PlaceKind.PARISH, null, "0000001", List.of(name), LocalDate.EPOCH, List.of());
        assertThat(reference.run(List.of(ended), List.of())).isEqualTo(1);
        assertThat(places.find("TRAINING").atvk()).isEqualTo("0000001");
        assertThat(places.find("TRAINING").exists()).isFalse();
    }
}
