package lv.varu.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryRulesTest {
    @ParameterizedTest
    @CsvSource({
        "20000001, +371 20000001",
        "+371 20000001, +371 20000001",
        "00371 20 000 001, +371 20000001",
        "(+371) 6542-1234, +371 65421234",
        "12345, 12345"
    })
    void keepsLatvianPhonesInOneForm(String typed, String kept) {
        assertThat(Entered.phone(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000000", "200000011", "+372 20000001", "divdesmit", "10000001"})
    void refusesOtherPhones(String typed) {
        assertThat(Entered.isPhone(typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "anna@", "anna@novads", "a b@novads.lv", "anna@@novads.lv", "anna@novads..lv"})
    void refusesBrokenEmails(String typed) {
        assertThat(Entered.isEmail(typed)).isFalse();
    }

    @Test
    void checksRegistrationNumbers() {
        assertThat(RegistrationNumber.isWellFormed("40008900007")).isTrue();
        assertThat(RegistrationNumber.passesCheck("40008900007")).isTrue();
        assertThat(RegistrationNumber.passesCheck("40008900008")).isFalse();
        assertThat(RegistrationNumber.isWellFormed("4000890000")).isFalse();
        assertThat(RegistrationNumber.isWellFormed("4000890000a")).isFalse();
    }

    @Test
    void foldsWhatTheSearchCompares() {
        assertThat(Folding.fold("Biedrība „Šķeltovas ĀBELES”", null, "A@B.lv"))
                .isEqualTo("biedriba skeltovas abeles a@b.lv");
        assertThat(Folding.words("  Šķeltova,  ābele ")).containsExactly("skeltova", "abele");
        assertThat(Folding.words("„”")).isEmpty();
        assertThat(Folding.words(null)).isEmpty();
    }

    @Test
    void keepsNoEmptyTexts() {
        var details = DirectoryExamples.organisation("  Biedrība   „Avots” ", " ");
        assertThat(details.name()).isEqualTo("Biedrība „Avots”");
        assertThat(details.email()).isNull();
        assertThat(details.phone()).isEqualTo("+371 20000001");
        assertThatIllegalArgumentException().isThrownBy(() -> DirectoryExamples.organisation(" ", null));
    }

    @Test
    void tellsTheNameOfADay() {
        var names = List.of(name("Vecais", null, "2021-06-30"), name("Jaunais", "2021-07-02", null));
        assertThat(DatedName.on(LocalDate.parse("2000-01-01"), names).lv()).isEqualTo("Vecais");
        assertThat(DatedName.on(LocalDate.parse("2021-07-01"), names).lv()).isEqualTo("Jaunais");
        assertThat(DatedName.on(LocalDate.parse("2026-01-01"), names).in(Locale.ENGLISH))
                .isEqualTo("Jaunais en");
        assertThat(DatedName.current(names).lv()).isEqualTo("Jaunais");
        var ended = List.of(name("Bijušais", null, "2021-06-30"));
        assertThat(DatedName.on(LocalDate.parse("2026-01-01"), ended).lv()).isEqualTo("Bijušais");
    }

    @Test
    void noticesNamesInForceOnTheSameDay() {
        assertThat(name("A", null, "2021-06-30").overlaps(name("B", "2021-07-01", null)))
                .isFalse();
        assertThat(name("A", null, "2021-07-01").overlaps(name("B", "2021-07-01", null)))
                .isTrue();
        assertThat(name("A", null, null).overlaps(name("B", "2021-07-01", "2021-07-02")))
                .isTrue();
    }

    @Test
    void isDeactivatedOnce() {
        var change = new Change(Instant.EPOCH, null);
        var organisation = new Organisation(
                UUID.randomUUID(), DirectoryExamples.organisation("Avots", null), "Šķeltovas pagasts", change);
        assertThat(organisation.activate(false, change)).isTrue();
        assertThat(organisation.activate(false, change)).isFalse();
        assertThat(organisation.active()).isFalse();
    }

    private static DatedName name(String lv, @Nullable String from, @Nullable String to) {
        return new DatedName(
                lv,
                lv + " en",
                lv + "a",
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }
}
