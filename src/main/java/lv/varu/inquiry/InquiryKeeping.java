package lv.varu.inquiry;

import java.time.Clock;
import java.time.LocalDate;
import lv.varu.audit.Trail;
import lv.varu.calendar.Riga;
import lv.varu.mail.Outbox;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every morning: reminds the office of last days, and lets go of what has had its time. */
@Component
@Transactional
class InquiryKeeping {
    private final Inquiries inquiries;
    private final InquiryLetters letters;
    private final InquirySettings settings;
    private final Outbox outbox;
    private final Trail trail;
    private final Clock clock;

    InquiryKeeping(
            Inquiries inquiries,
            InquiryLetters letters,
            InquirySettings settings,
            Outbox outbox,
            Trail trail,
            Clock clock) {
        this.inquiries = inquiries;
        this.letters = letters;
        this.settings = settings;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    @Scheduled(cron = "0 10 7 * * *", zone = "Europe/Riga")
    void tick() {
        remind();
        letGo();
    }

    /** A letter a person and last day, and one more when it has passed. */
    void remind() {
        LocalDate today = Riga.today(clock);
        letters.remind(inquiries.dueBy(today.plusDays(settings.remindDays())), today);
    }

    void letGo() {
        LocalDate today = Riga.today(clock);
        for (var inquiry : inquiries.outdated(clock.instant(), Riga.startOf(today.minus(settings.keep())))) {
            inquiries.delete(inquiry);
            outbox.forget(inquiry.key());
            trail.record(inquiry.key(), "inquiry.forgotten");
            trail.erasePersonal(inquiry.key());
        }
    }
}
