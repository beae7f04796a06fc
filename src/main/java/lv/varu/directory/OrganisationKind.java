package lv.varu.directory;

/** Named by {@code directory.organisation-kind.NGO}. */
public enum OrganisationKind {
    NGO,
    INFORMAL_GROUP,
    RESIDENTS_COUNCIL,
    MEDIA,
    COMPANY,
    INSTITUTION,
    OTHER
}
