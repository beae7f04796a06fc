package lv.varu.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.varu.directory.MunicipalContact;
import lv.varu.document.Document;
import lv.varu.proposal.Call;
import lv.varu.proposal.ProposalView;
import org.jspecify.annotations.Nullable;

/**
 * Everything that staff know of one promise.
 *
 * @param late the municipality has not told its news in time
 * @param news the newest first
 */
record CommitmentSheet(
        UUID id,
        CommitmentState state,
        String title,
        @Nullable Promised promised,
        @Nullable String unfollowedReason,
        int everyMonths,
        @Nullable LocalDate nextOn,
        @Nullable LocalDate reportBy,
        boolean followed,
        boolean late,
        ProposalView proposal,
        Call call,
        List<String> owners,
        String municipality,
        @Nullable MunicipalContact contact,
        List<Told> news) {

    /**
     * News with what belongs to it.
     *
     * @param byMunicipality otherwise the partnership found it out
     * @param by the name, for staff
     */
    record Told(
            CommitmentState state,
            @Nullable String words,
            @Nullable String link,
            @Nullable Document file,
            Instant at,
            boolean byMunicipality,
            @Nullable String by) {}
}
