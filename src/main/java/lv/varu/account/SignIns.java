package lv.varu.account;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Origin;
import lv.varu.audit.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Keeps who signed in, and who tried. */
@Component
@Transactional
class SignIns {
    private static final CaseKey UNKNOWN = CaseKey.of("sign-in", "unknown");

    private final Accounts accounts;
    private final Trail trail;
    private final Clock clock;

    SignIns(Accounts accounts, Trail trail, Clock clock) {
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    Person succeeded(UUID id, String way) {
        Account account = accounts.findById(id).orElseThrow();
        account.signedIn(clock.instant());
        Acting.as(Actor.account(id), origin(), () -> trail.record(chain(id), "account.signed-in", Map.of("way", way)));
        return account.person();
    }

    /** Kept also of an account that does not exist: an attempt at it must not cost less. */
    void failed(Optional<Account> account) {
        CaseKey chain = account.map(known -> chain(known.getId())).orElse(UNKNOWN);
        Acting.as(Actor.VISITOR, origin(), () -> trail.record(chain, "account.sign-in-failed"));
    }

    @EventListener
    void left(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn.PersonHolder holder) {
            UUID id = holder.person().id();
            Acting.as(Actor.account(id), origin(), () -> trail.record(chain(id), "account.signed-out"));
        }
    }

    static CaseKey chain(UUID id) {
        return CaseKey.of("account", id);
    }

    /** Signing in happens before the filter that tells the trail where a request comes from. */
    private static @Nullable Origin origin() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? ActingFilter.originOf(request.getRequest())
                : null;
    }
}
