package lv.varu.account;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what nobody may need any more. */
@Component
class AccountKeeping {
    private final SignInThrottle throttle;
    private final Links links;
    private final SignInSettings settings;
    private final Clock clock;

    AccountKeeping(SignInThrottle throttle, Links links, SignInSettings settings, Clock clock) {
        this.throttle = throttle;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(cron = "0 17 3 * * *")
    void forget() {
        throttle.forgetOld();
        links.forgetEndedBefore(clock.instant().minus(settings.keepEndedLinks()));
    }
}
