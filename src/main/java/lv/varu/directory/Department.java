package lv.varu.directory;

/** The parts of a municipality that {@code processes/routing.dmn} names; for people {@code directory.department.SOCIAL_SERVICE}. */
public enum Department {
    DEVELOPMENT,
    ROADS_AND_UTILITIES,
    EDUCATION_AND_CULTURE,
    SOCIAL_SERVICE,
    ENVIRONMENT,
    CHANCELLERY
}
