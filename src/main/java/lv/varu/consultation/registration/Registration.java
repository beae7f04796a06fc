package lv.varu.consultation.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lv.varu.consultation.Details;
import lv.varu.consultation.DocumentType;
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What staff enter about a document and its consultation.
 *
 * @param code public and unique, for example {@code 2021-PREILI-AP}
 * @param hosts codes of the places whose document it is: municipalities, the planning region or the state
 * @param owners codes of the partnerships that take part, the leading one first
 * @param sample shown as such to everybody
 * @param ownHosted the document is the owners' own, and the hosts are where it applies
 * @param tapUrl where a draft act stands on the portal of draft legal acts
 * @param officialClosesOn until when the host itself takes views, later than {@code closesOn}
 */
@NamedInterface("shared")
public record Registration(
        String code,
        String title,
        @Nullable String titleEn,
        DocumentType documentType,
        @Nullable Integer periodFrom,
        @Nullable Integer periodTo,
        LocalDate opensOn,
        LocalDate closesOn,
        List<String> hosts,
        List<String> owners,
        Set<Topic> topics,
        Details details,
        boolean sample,
        boolean ownHosted,
        @Nullable String tapUrl,
        @Nullable LocalDate officialClosesOn) {

    public Registration {
        hosts = List.copyOf(hosts);
        owners = List.copyOf(owners);
        topics = Set.copyOf(topics);
        if (hosts.isEmpty() || owners.isEmpty()) {
            throw new IllegalArgumentException("a consultation has a host and an owner");
        }
    }

    /** Of a document that a municipality or region puts out itself. */
    public Registration(
            String code,
            String title,
            @Nullable String titleEn,
            DocumentType documentType,
            @Nullable Integer periodFrom,
            @Nullable Integer periodTo,
            LocalDate opensOn,
            LocalDate closesOn,
            List<String> hosts,
            List<String> owners,
            Set<Topic> topics,
            Details details,
            boolean sample) {
        this(
                code,
                title,
                titleEn,
                documentType,
                periodFrom,
                periodTo,
                opensOn,
                closesOn,
                hosts,
                owners,
                topics,
                details,
                sample,
                false,
                null,
                null);
    }
}
