package lv.varu.commitment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.calendar.Riga;
import lv.varu.directory.Contacts;
import lv.varu.directory.MunicipalContact;
import lv.varu.directory.Places;
import lv.varu.document.Document;
import lv.varu.document.Documents;
import lv.varu.proposal.Call;
import lv.varu.proposal.Calls;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.merging.Sequel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what pages show of one promise. */
@Component
@Transactional(readOnly = true)
class CommitmentSheets implements Sequel {
    private final Commitments commitments;
    private final NewsRows news;
    private final ProposalBook proposals;
    private final Calls calls;
    private final Places places;
    private final Contacts contacts;
    private final People people;
    private final Documents documents;
    private final Clock clock;

    CommitmentSheets(
            Commitments commitments,
            NewsRows news,
            ProposalBook proposals,
            Calls calls,
            Places places,
            Contacts contacts,
            People people,
            Documents documents,
            Clock clock) {
        this.commitments = commitments;
        this.news = news;
        this.proposals = proposals;
        this.calls = calls;
        this.places = places;
        this.contacts = contacts;
        this.people = people;
        this.documents = documents;
        this.clock = clock;
    }

    CommitmentSheet of(UUID id, Locale locale) {
        Commitment commitment = commitments.get(id);
        ProposalView proposal = proposals.find(commitment.proposalId()).orElseThrow();
        Call call = calls.find(commitment.callId()).orElseThrow();
        LocalDate reportBy = commitment.reportBy();
        return new CommitmentSheet(
                commitment.id(),
                commitment.state(),
                commitment.title(),
                commitment.promised(),
                commitment.unfollowedReason(),
                commitment.everyMonths(),
                commitment.nextOn(),
                reportBy,
                commitment.isFollowed(),
                commitment.isFollowed() && reportBy != null && reportBy.isBefore(Riga.today(clock)),
                proposal,
                call,
                commitment.owners(),
                places.find(commitment.municipality()).name(locale),
                Optional.ofNullable(commitment.contactId())
                        .flatMap(contacts::find)
                        .orElse(null),
                told(commitment));
    }

    private List<CommitmentSheet.Told> told(Commitment commitment) {
        List<News> all = news.of(commitment.id());
        Map<UUID, Document> files =
                documents.of(commitment.key()).stream().collect(Collectors.toMap(Document::id, Function.identity()));
        Map<UUID, Person> staff = people.find(
                all.stream().map(News::byAccount).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<UUID, MunicipalContact> tellers = contacts.find(
                all.stream().map(News::byContact).filter(Objects::nonNull).collect(Collectors.toSet()));
        return all.stream()
                .map(one -> new CommitmentSheet.Told(
                        one.state(),
                        one.words(),
                        one.link(),
                        one.documentId() == null ? null : files.get(one.documentId()),
                        one.toldAt(),
                        one.byContact() != null,
                        nameOf(one, staff, tellers)))
                .toList();
    }

    private static @Nullable String nameOf(News one, Map<UUID, Person> staff, Map<UUID, MunicipalContact> tellers) {
        if (one.byAccount() != null) {
            Person person = staff.get(one.byAccount());
            return person == null ? null : person.name();
        }
        MunicipalContact contact = one.byContact() == null ? null : tellers.get(one.byContact());
        return contact == null ? null : contact.name();
    }

    @Override
    public String template() {
        return "commitment/sequel";
    }

    @Override
    public Optional<PublicCommitment> of(UUID proposalId) {
        return commitments
                .findByProposalId(proposalId)
                .filter(commitment -> commitment.state().isPublic())
                .map(this::shown);
    }

    private PublicCommitment shown(Commitment commitment) {
        LocalDate reportBy = commitment.reportBy();
        return new PublicCommitment(
                commitment.id(),
                commitment.state(),
                Objects.requireNonNull(commitment.promised()),
                commitment.nextOn(),
                reportBy != null && reportBy.isBefore(Riga.today(clock)),
                told(commitment));
    }

    /** What anyone may read. */
    record PublicCommitment(
            UUID id,
            CommitmentState state,
            Promised promised,
            @Nullable LocalDate nextOn,
            boolean late,
            List<CommitmentSheet.Told> news) {}
}
