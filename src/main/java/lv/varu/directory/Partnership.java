package lv.varu.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A partnership that runs consultations.
 *
 * @param territory codes of the municipalities whose contacts it keeps
 * @param counterparties municipalities outside the territory that share planning documents with it
 */
public record Partnership(
        String code,
        List<DatedName> names,
        String shortName,
        String site,
        String email,
        String phone,
        List<String> territory,
        List<String> counterparties,
        int version) {

    public String name(Locale locale) {
        return DatedName.current(names).in(locale);
    }

    public String nameOn(LocalDate day, Locale locale) {
        return DatedName.on(day, names).in(locale);
    }

    /** The Latvian genitive, for running text. */
    public String genitive() {
        return DatedName.current(names).genitive();
    }
}
