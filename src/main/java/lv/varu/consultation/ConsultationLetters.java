package lv.varu.consultation;

import java.net.URI;
import java.util.Locale;
import lv.varu.account.PublicAddress;
import lv.varu.calendar.LatvianDates;
import lv.varu.directory.MunicipalContact;
import lv.varu.directory.Partnerships;
import lv.varu.mail.Letter;
import org.springframework.stereotype.Component;

/** Letters about a consultation; their texts are the messages {@code consultation.letter.*}. */
@Component
class ConsultationLetters {
    private final PublicAddress address;
    private final Partnerships partnerships;
    private final LatvianDates dates;

    ConsultationLetters(PublicAddress address, Partnerships partnerships, LatvianDates dates) {
        this.address = address;
        this.partnerships = partnerships;
        this.dates = dates;
    }

    /** @param kind {@code invitation} or {@code reminder} */
    Letter invitation(String kind, Consultation consultation, Invitation invitation, String token, Locale language) {
        return basics(kind, consultation, invitation.email(), invitation.organisationName(), language)
                .with("organisation", invitation.organisationName())
                .with("summary", consultation.summary())
                .secretAction(URI.create(address.of("/ielugums/" + token)))
                .seal();
    }

    Letter position(Consultation consultation, MunicipalContact contact, byte[] pdf) {
        var language = contact.language();
        return basics("position", consultation, contact.email(), contact.name(), language)
                .with("municipality", contact.municipality())
                .action(URI.create(address.of("/apspriesanas/" + consultation.code() + "/nostaja")))
                .attach("nostaja-" + consultation.code() + ".pdf", "application/pdf", pdf)
                .seal();
    }

    private Letter.Draft basics(String kind, Consultation consultation, String email, String name, Locale language) {
        var partnership = partnerships.find(consultation.lead());
        return Letter.about(ConsultationDesk.key(consultation.id()), "consultation.letter." + kind, email, name)
                .in(language)
                .from(partnership.shortName(), partnership.email())
                .with("name", name)
                .with("title", consultation.title())
                .with("opensOn", dates.date(consultation.opensOn(), language))
                .with("closesOn", dates.date(consultation.closesOn(), language))
                .with("partnership", partnership.shortName())
                .with("page", URI.create(address.of("/apspriesanas/" + consultation.code())));
    }
}
