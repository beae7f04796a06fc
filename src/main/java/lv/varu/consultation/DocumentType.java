package lv.varu.consultation;

import org.springframework.modulith.NamedInterface;

/** Kinds of documents that are put to consultation; the minimum window of each stands in {@code periods.dmn}. */
@NamedInterface("shared")
public enum DocumentType {
    DEVELOPMENT_PROGRAMME,
    SUSTAINABLE_DEVELOPMENT_STRATEGY,
    SECAP,
    SPATIAL_PLAN,
    LOCAL_PLAN,
    DETAILED_PLAN,
    ACTION_PLAN,
    BINDING_REGULATION,
    NATIONAL_ACT,
    LOCAL_DEVELOPMENT_STRATEGY,
    OTHER
}
