package lv.varu.web;

import java.util.ArrayList;
import java.util.List;
import lv.varu.account.KnownAccounts;
import lv.varu.account.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page to sign in on; the sign-in itself is the security chain's. */
@Controller
class SignInController {
    private final SignedIn signedIn;
    private final ObjectProvider<KnownAccounts> knownAccounts;
    private final List<Provider> providers;

    SignInController(
            SignedIn signedIn,
            ObjectProvider<KnownAccounts> knownAccounts,
            ObjectProvider<ClientRegistrationRepository> registrations) {
        this.signedIn = signedIn;
        this.knownAccounts = knownAccounts;
        this.providers = providersOf(registrations.getIfAvailable());
    }

    @GetMapping("/ieiet")
    String page(Model model) {
        if (signedIn.person().isPresent()) {
            return "redirect:/darbs";
        }
        model.addAttribute("providers", providers);
        model.addAttribute(
                "accounts",
                knownAccounts
                        .orderedStream()
                        .flatMap(known -> known.shown().stream())
                        .toList());
        return "web/sign-in";
    }

    private static List<Provider> providersOf(@Nullable ClientRegistrationRepository all) {
        List<Provider> providers = new ArrayList<>();
        if (all instanceof Iterable<?> registrations) {
            for (Object each : registrations) {
                if (each instanceof ClientRegistration registration) {
                    providers.add(new Provider(
                            registration.getClientName(), "/oauth2/authorization/" + registration.getRegistrationId()));
                }
            }
        }
        return providers;
    }

    record Provider(String name, String url) {}
}
