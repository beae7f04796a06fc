package lv.varu.consultation.turn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lv.varu.audit.Trail;
import lv.varu.consultation.Addressees;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.invitation.Invitations;
import lv.varu.consultation.turn.ChangePost.Audience;
import lv.varu.consultation.turn.ChangePost.Reader;
import lv.varu.directory.Contacts;
import lv.varu.directory.MunicipalContact;
import lv.varu.proposal.ProposalBook;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who has to do with a consultation: who wrote, who was invited, whose document it is. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Concerned {
    private final ProposalBook proposals;
    private final Invitations invitations;
    private final Contacts contacts;
    private final Addressees addressees;
    private final ChangePost post;
    private final Trail trail;

    Concerned(
            ProposalBook proposals,
            Invitations invitations,
            Contacts contacts,
            Addressees addressees,
            ChangePost post,
            Trail trail) {
        this.proposals = proposals;
        this.invitations = invitations;
        this.contacts = contacts;
        this.addressees = addressees;
        this.post = post;
        this.trail = trail;
    }

    /** Each address once, whatever it has to do with it. */
    public void tell(Consultation consultation, Change change, UUID changeId) {
        var told = new HashSet<String>();
        List<Reader> readers = new ArrayList<>();
        for (var following : proposals.following(consultation.id())) {
            told.add(small(following.email()));
            readers.add(
                    following.supporter() == null
                            ? new Reader(Audience.AUTHOR, following.proposal())
                            : new Reader(Audience.SUPPORTER, following.supporter()));
        }
        int authors = readers.size();
        // Erased people leave an empty address behind.
        invitations.addresses(consultation.id()).stream()
                .filter(invited -> !invited.getEmail().isEmpty() && told.add(small(invited.getEmail())))
                .forEach(invited -> readers.add(new Reader(Audience.INVITED, invited.getId())));
        int invited = readers.size() - authors;
        hosts(consultation)
                .filter(contact -> told.add(small(contact.email())))
                .forEach(contact -> readers.add(new Reader(Audience.HOST, contact.id())));
        if (change == Change.WITHDRAWN) {
            post.drop(consultation.id());
        }
        post.add(consultation, change, changeId, readers);
        trail.record(
                ConsultationDesk.key(consultation.id()),
                "consultation.concerned-told",
                Map.of("authors", authors, "invited", invited, "contacts", readers.size() - authors - invited));
    }

    /** How many a letter would reach, so that whoever decides knows it before. */
    @Transactional
    public Reach count(Consultation consultation) {
        return new Reach(
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

    private static String small(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    /** How many of each; somebody may be counted twice, but gets one letter. */
    public record Reach(int authors, int invited, int hosts) {
        public boolean isEmpty() {
            return authors + invited + hosts == 0;
        }
    }
}
