package lv.varu.consultation.registration;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lv.varu.consultation.DocumentType;

/** Proposes the public code of a consultation: year, host and kind of document, for example {@code 2021-PREILI-AP}. */
public final class ConsultationCode {
    // As the Latvian names of the documents are abbreviated.
    private static final Map<DocumentType, String> KINDS = Map.ofEntries(
            Map.entry(DocumentType.DEVELOPMENT_PROGRAMME, "AP"),
            Map.entry(DocumentType.SUSTAINABLE_DEVELOPMENT_STRATEGY, "IAS"),
            Map.entry(DocumentType.SECAP, "IEKRP"),
            Map.entry(DocumentType.SPATIAL_PLAN, "TP"),
            Map.entry(DocumentType.LOCAL_PLAN, "LP"),
            Map.entry(DocumentType.DETAILED_PLAN, "DP"),
            Map.entry(DocumentType.ACTION_PLAN, "RP"),
            Map.entry(DocumentType.BINDING_REGULATION, "SN"),
            Map.entry(DocumentType.NATIONAL_ACT, "TA"),
            Map.entry(DocumentType.LOCAL_DEVELOPMENT_STRATEGY, "SVVA"),
            Map.entry(DocumentType.OTHER, "D"));

    private ConsultationCode() {}

    public static String propose(int year, String host, DocumentType type, Predicate<String> taken) {
        var code = year + "-" + host + "-" + KINDS.get(type);
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? code : code + "-" + number)
                .filter(taken.negate())
                .findFirst()
                .orElseThrow();
    }
}
