package lv.varu.account;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody who can read the log of a new installation may become its first administrator. */
@Component
@Profile("!demo")
class FirstAdministrator {
    static final String SUBJECT = "first-administrator";
    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final Duration LIFE = Duration.ofHours(24);

    private final Accounts accounts;
    private final Links links;
    private final PublicAddress address;
    private final Clock clock;

    FirstAdministrator(Accounts accounts, Links links, PublicAddress address, Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.address = address;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void invite() {
        if (accounts.countActive(Role.ADMINISTRATOR) == 0) {
            String token = links.issue(
                    Link.Purpose.SET_UP, SUBJECT, SUBJECT, clock.instant().plus(LIFE));
            log.warn("There is no administrator yet. Within 24 hours open {}", address.of("/iestatit/" + token));
        }
    }
}
