package lv.varu.directory;

/** What proposals are about and what organisations and contacts care for; named by {@code directory.topic.ROADS}. */
public enum Topic {
    ROADS,
    WATER_AND_SEWERAGE,
    BUILDINGS,
    SURROUNDINGS,
    TRANSPORT,
    EDUCATION_AND_CULTURE,
    SOCIAL,
    ENVIRONMENT_AND_ENERGY,
    BUSINESS,
    PARTICIPATION,
    OTHER
}
