package lv.varu.directory;

import org.jspecify.annotations.Nullable;

/**
 * What a list of organisations is narrowed by; everything may be left out.
 *
 * @param q words of the name, the contact person, the e-mail, the registration number or the place
 */
public record OrganisationSearch(
        @Nullable String q,
        @Nullable String partnership,
        @Nullable OrganisationKind kind,
        @Nullable Topic topic,
        boolean inactive) {

    public static final OrganisationSearch EVERYTHING = new OrganisationSearch(null, null, null, null, false);

    public OrganisationSearch {
        q = Entered.textOrNone(q);
        partnership = Entered.textOrNone(partnership);
    }

    boolean narrows() {
        return q != null || partnership != null || kind != null || topic != null;
    }
}
