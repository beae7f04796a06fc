package lv.varu.consultation.turn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.audit.Trail;
import lv.varu.consultation.Addressees;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationLetters;
import lv.varu.consultation.ConsultationSettings;
import lv.varu.consultation.invitation.Invitation;
import lv.varu.consultation.invitation.Invitations;
import lv.varu.directory.Contacts;
import lv.varu.directory.MunicipalContact;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import lv.varu.proposal.ProposalBook;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who has to do with a consultation: who wrote, who was invited, whose document it is. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Concerned {
    private final ProposalBook proposals;
    private final Invitations invitations;
    private final Contacts contacts;
    private final Addressees addressees;
    private final Links links;
    private final ConsultationLetters letters;
    private final ConsultationSettings settings;
    private final Outbox outbox;
    private final Trail trail;

    Concerned(
            ProposalBook proposals,
            Invitations invitations,
            Contacts contacts,
            Addressees addressees,
            Links links,
            ConsultationLetters letters,
            ConsultationSettings settings,
            Outbox outbox,
            Trail trail) {
        this.proposals = proposals;
        this.invitations = invitations;
        this.contacts = contacts;
        this.addressees = addressees;
        this.links = links;
        this.letters = letters;
        this.settings = settings;
        this.outbox = outbox;
        this.trail = trail;
    }

    /**
     * Each address once, whatever it has to do with it.
     *
     * @param change what happened, as in {@code consultation.letter.extended}
     * @param values for the text; a date is written in the reader's language
     */
    void tell(Consultation consultation, String change, UUID changeId, Map<String, Object> values) {
        Map<String, Object> toAuthors = new HashMap<>(values);
        toAuthors.put("audience", "author");
        toAuthors.put("page", letters.page(consultation));
        var authors = proposals.tellAllFollowers(consultation.id(), ConsultationLetters.TEXTS + change, toAuthors);
        var told = new HashSet<>(authors);
        List<Letter> written = new ArrayList<>();
        // Erased people leave an empty address behind.
        var invitees = invitations.findByConsultationId(consultation.id()).stream()
                .filter(invitation -> !invitation.email().isEmpty() && told.add(small(invitation.email())))
                .toList();
        var tokens = links(consultation, invitees);
        for (Invitation invitation : invitees) {
            var token = Objects.requireNonNull(tokens.get(invitation.id().toString()));
            written.add(letters.change(change, changeId, consultation, invitation, token, values));
        }
        int invited = written.size();
        hosts(consultation)
                .filter(contact -> told.add(small(contact.email())))
                .forEach(contact -> written.add(letters.change(change, changeId, consultation, contact, values)));
        outbox.postAll(written);
        trail.record(
                ConsultationDesk.key(consultation.id()),
                "consultation.concerned-told",
                Map.of("authors", authors.size(), "invited", invited, "hosts", written.size() - invited));
    }

    /** How many a letter would reach, so that whoever decides knows it before. */
    @Transactional
    public Audience count(Consultation consultation) {
        return new Audience(
                proposals.followers(consultation.id()),
                (int) invitations.countByConsultationId(consultation.id()),
                (int) hosts(consultation)
                        .map(MunicipalContact::email)
                        .distinct()
                        .count());
    }

    /** Those of each host, and those from whom answers are outstanding. */
    private Stream<MunicipalContact> hosts(Consultation consultation) {
        if (consultation.announcedAt() == null) {
            return Stream.empty();
        }
        var answerers = contacts.find(proposals.answerers(consultation.id())).values();
        var hosts = consultation.isOwnHosted() ? Stream.<String>empty() : consultation.hosts().stream();
        return Stream.concat(hosts.flatMap(host -> addressees.of(host).stream()), answerers.stream());
    }

    private Map<String, String> links(Consultation consultation, List<Invitation> invitees) {
        return links.issueAll(
                Link.Purpose.INVITATION,
                consultation.id().toString(),
                invitees.stream().map(invitation -> invitation.id().toString()).toList(),
                consultation.closesAt().plus(settings.invitationLinkLasts()));
    }

    private static String small(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    /** How many of each; somebody may be counted twice, but gets one letter. */
    record Audience(int authors, int invited, int hosts) {
        public boolean isEmpty() {
            return authors + invited + hosts == 0;
        }
    }
}
