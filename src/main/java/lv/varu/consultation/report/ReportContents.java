package lv.varu.consultation.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lv.varu.consultation.invitation.InvitationTally;
import lv.varu.consultation.invitation.Invitations;
import lv.varu.consultation.publication.Publication;
import lv.varu.consultation.publication.Publications;
import lv.varu.directory.Topic;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalFilter;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Tally;
import lv.varu.proposal.author.Satisfaction;
import lv.varu.proposal.theme.ThemeCount;
import lv.varu.proposal.theme.Themes;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of a participation report, counted when somebody reads them. */
@Component
@Transactional(readOnly = true)
public class ReportContents {
    private final Invitations invitations;
    private final Publications publications;
    private final ProposalBook proposals;
    private final Themes themes;

    ReportContents(Invitations invitations, Publications publications, ProposalBook proposals, Themes themes) {
        this.invitations = invitations;
        this.publications = publications;
        this.proposals = proposals;
        this.themes = themes;
    }

    /** Everything but the proposals themselves. */
    public Figures of(UUID consultation) {
        return new Figures(
                InvitationTally.of(invitations, consultation),
                proposals.tallies(List.of(consultation)).getOrDefault(consultation, Tally.NONE),
                proposals.submitters(consultation),
                proposals.topics(consultation),
                themes.counts(consultation),
                publications.findByConsultationIdOrderByChannel(consultation).stream()
                        .filter(publication -> publication.publishedOn() != null)
                        .toList(),
                proposals.satisfaction(consultation));
    }

    /** As anyone may read them. */
    public Page<ProposalView> proposals(UUID consultation, Pageable page) {
        return proposals.publicOf(consultation, ProposalFilter.of(consultation), page);
    }

    /**
     * @param submitters different people and organisations
     * @param topics how many proposals are about each
     * @param themes what those who read them have marked
     * @param publications where the notice appeared, with proof
     * @param satisfaction what authors think of the answers
     */
    record Figures(
            InvitationTally invitations,
            Tally proposals,
            long submitters,
            Map<Topic, Long> topics,
            List<ThemeCount> themes,
            Collection<Publication> publications,
            Satisfaction satisfaction) {

        /** Those that there are, in the order in which they are always named. */
        public Map<Outcome, Long> outcomes() {
            return counted(proposals.byOutcome());
        }

        /** What became of the confirmed ones. */
        public Map<ProposalStatus, Long> statuses() {
            return counted(proposals.byStatus());
        }

        private static <K extends Comparable<K>> Map<K, Long> counted(Map<K, Long> counts) {
            var inOrder = new TreeMap<>(counts);
            inOrder.values().removeIf(count -> count == 0);
            return inOrder;
        }

        public long largestTheme() {
            return themes.stream().mapToLong(ThemeCount::proposals).max().orElse(0);
        }

        public long largestTopic() {
            return topics.values().stream().mapToLong(Long::longValue).max().orElse(0);
        }
    }
}
