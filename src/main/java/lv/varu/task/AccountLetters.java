package lv.varu.task;

import lv.varu.account.AccountLinkIssued;
import lv.varu.account.Link;
import lv.varu.account.PasswordReplaced;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.calendar.LatvianDates;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends people the links with which they choose a password, and word of a changed one; accounts themselves know nothing
 * of letters.
 */
@Component
class AccountLetters {
    private final Outbox outbox;
    private final LatvianDates dates;

    AccountLetters(Outbox outbox, LatvianDates dates) {
        this.outbox = outbox;
        this.dates = dates;
    }

    @EventListener
    void send(AccountLinkIssued issued) {
        Person person = issued.person();
        String template =
                issued.purpose() == Link.Purpose.SET_UP ? "account.mail.set-up" : "account.mail.reset-password";
        outbox.post(Letter.about(CaseKey.of("account", person.id()), template, person.email(), person.name())
                .in(person.language())
                .with("name", person.name())
                .with("email", person.email())
                .with("until", dates.dateTime(issued.expiresAt(), person.language()))
                .secretAction(issued.url())
                .seal());
    }

    @EventListener
    void tell(PasswordReplaced replaced) {
        Person person = replaced.person();
        outbox.post(Letter.about(
                        CaseKey.of("account", person.id()),
                        "account.mail.password-changed",
                        person.email(),
                        person.name())
                .in(person.language())
                .with("name", person.name())
                .with("email", person.email())
                .seal());
    }
}
