package lv.varu.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.varu.directory.MunicipalContact;
import lv.varu.document.Document;
import lv.varu.proposal.answer.EarlierReplies;
import lv.varu.proposal.answer.MoreDays;
import lv.varu.proposal.author.Clarifications.Clarification;
import lv.varu.proposal.author.Clarifications.EarlierText;
import lv.varu.proposal.entry.Entered;
import org.jspecify.annotations.Nullable;

/**
 * Everything that staff know of one proposal.
 *
 * @param missing message keys of what the municipality may ask for before it takes the proposal
 * @param alike others of the consultation about the same place or topic
 * @param contact who answers
 * @param waiting what else waits for the contact
 * @param entered by whom and when, unless the author filled in the form
 * @param setAsideReason why another one speaks for it
 * @param reminders what has been done to get an answer
 */
public record ProposalSheet(
        ProposalView proposal,
        Call call,
        @Nullable String municipalityName,
        @Nullable String placeName,
        IntakeChannel channel,
        @Nullable String ownContribution,
        @Nullable String supportAsked,
        Submitter submitter,
        boolean forwarding,
        List<String> missing,
        List<Document> files,
        List<ProposalView> alike,
        @Nullable MunicipalContact contact,
        List<ProposalView> waiting,
        @Nullable String setAsideReason,
        List<Event> reminders,
        @Nullable String telephoneNote,
        @Nullable String withdrawalReason,
        Turns turns,
        List<Step> path,
        List<ExplainedDeadline> deadlines,
        @Nullable Entered entered) {

    /** Something done, with its date as people read it. */
    record Event(String label, String when) {}

    /**
     * What happened beside the straight way, the newest first.
     *
     * @param improves the declined proposal that this one is the better version of
     */
    record Turns(
            List<Clarification> clarifications,
            List<EarlierText> versions,
            List<MoreDays.Request> moreDays,
            List<EarlierReplies.Earlier> earlierReplies,
            @Nullable UUID improves) {}

    /** As the shared fragment of steps wants it. */
    record Step(
            String label,
            String state,
            @Nullable String when,
            @Nullable String note) {}

    /** A computed date and how it was computed. */
    record ExplainedDeadline(StoredDeadline.Kind kind, LocalDate date, String explanation, String source) {}
}
