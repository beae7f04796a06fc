package lv.varu.consultation;

import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.PublicAddress;
import lv.varu.calendar.LatvianDates;
import lv.varu.consultation.invitation.Invitation;
import lv.varu.consultation.invitation.InvitationPost;
import lv.varu.consultation.position.Delivery;
import lv.varu.consultation.turn.Change;
import lv.varu.consultation.turn.ChangePost.Audience;
import lv.varu.directory.MunicipalContact;
import lv.varu.directory.Partnerships;
import lv.varu.mail.Letter;
import org.springframework.stereotype.Component;

/** Letters about a consultation; their texts are the messages {@code consultation.letter.*}. */
@Component
public class ConsultationLetters {
    public static final String TEXTS = "consultation.letter.";

    private final PublicAddress address;
    private final Partnerships partnerships;
    private final LatvianDates dates;

    ConsultationLetters(PublicAddress address, Partnerships partnerships, LatvianDates dates) {
        this.address = address;
        this.partnerships = partnerships;
        this.dates = dates;
    }

    /** @param kind {@code invitation} or {@code reminder} */
    public Letter invitation(String kind, Consultation consultation, InvitationPost.Due invited, String token) {
        return basics(kind, consultation, invited.email(), invited.organisation(), invited.language())
                .with("organisation", invited.organisation())
                .with("summary", consultation.summary(invited.language()))
                .withSecret("nothing", URI.create(address.of("/ielugums/" + token + "/nav")))
                .secretAction(URI.create(address.of("/ielugums/" + token)))
                .once(invited.onceKey())
                .seal();
    }

    /** What has changed, to an organisation that was invited, with a link as good as its first one. */
    public Letter change(
            Change change,
            UUID changeId,
            Consultation consultation,
            Invitation invitation,
            String token,
            Map<String, Object> values) {
        var language = Locale.forLanguageTag(invitation.language());
        return change(
                        change,
                        changeId,
                        consultation,
                        invitation.email(),
                        invitation.organisationName(),
                        language,
                        values)
                .with("audience", Audience.INVITED)
                .secretAction(URI.create(address.of("/ielugums/" + token)))
                .seal();
    }

    /** To somebody whose document it is, or who answers for it. */
    public Letter change(
            Change change,
            UUID changeId,
            Consultation consultation,
            MunicipalContact contact,
            Map<String, Object> values) {
        return change(change, changeId, consultation, contact.email(), contact.name(), contact.language(), values)
                .with("audience", Audience.HOST)
                .action(page(consultation))
                .seal();
    }

    private Letter.Draft change(
            Change change,
            UUID changeId,
            Consultation consultation,
            String email,
            String name,
            Locale language,
            Map<String, Object> values) {
        var letter = basics(change.text(), consultation, email, name, language)
                .with("consultation", consultation.title())
                .once(change.text() + ":" + changeId + ":" + email.toLowerCase(Locale.ROOT));
        values.forEach(
                (key, value) -> letter.with(key, value instanceof LocalDate day ? dates.date(day, language) : value));
        return letter;
    }

    public Letter position(Consultation consultation, Delivery delivery, String token, byte[] pdf) {
        return aboutDelivery("position", consultation, delivery, token)
                .attach("nostaja-" + consultation.code() + ".pdf", "application/pdf", pdf)
                .seal();
    }

    public Letter receiptReminder(Consultation consultation, Delivery delivery, String token) {
        return aboutDelivery("receiptReminder", consultation, delivery, token)
                .once("receipt:" + delivery.id())
                .seal();
    }

    private Letter.Draft aboutDelivery(String kind, Consultation consultation, Delivery delivery, String token) {
        return basics(
                        kind,
                        consultation,
                        Objects.requireNonNull(delivery.recipientEmail()),
                        Objects.requireNonNullElse(delivery.recipientName(), ""),
                        delivery.language())
                .with("position", URI.create(page(consultation) + "/nostaja"))
                .secretAction(URI.create(address.of("/nostaja/" + token)));
    }

    /** What everybody may read about it. */
    public URI page(Consultation consultation) {
        return URI.create(address.of("/apspriesanas/" + consultation.code()));
    }

    private Letter.Draft basics(String kind, Consultation consultation, String email, String name, Locale language) {
        var partnership = partnerships.find(consultation.lead());
        return Letter.about(ConsultationDesk.key(consultation.id()), TEXTS + kind, email, name)
                .in(language)
                .of(partnership.code())
                .from(partnership.shortName(), partnership.email())
                .with("name", name)
                .with("title", consultation.title())
                .with("opensOn", dates.date(consultation.opensOn(), language))
                .with("closesOn", dates.date(consultation.closesOn(), language))
                .with("partnership", partnership.shortName())
                .with("page", page(consultation));
    }
}
