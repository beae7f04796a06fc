package lv.varu.mail;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of production but for what a test sets. */
class SettingsExample {
    private @Nullable String redirectTo;
    private List<String> onlyTo = List.of();
    private int perMinute = 100;
    private boolean keepSecretLinks;

    SettingsExample redirectTo(String address) {
        this.redirectTo = address;
        return this;
    }

    SettingsExample onlyTo(String... addresses) {
        this.onlyTo = List.of(addresses);
        return this;
    }

    SettingsExample perMinute(int letters) {
        this.perMinute = letters;
        return this;
    }

    SettingsExample keepSecretLinks(boolean keep) {
        this.keepSecretLinks = keep;
        return this;
    }

    MailSettings build() {
        return new MailSettings(
                "varu@varu.example",
                "Varu",
                "varu.example",
                Duration.ofSeconds(5),
                Duration.ofMinutes(10),
                20,
                perMinute,
                Duration.ofMinutes(1),
                Duration.ofHours(4),
                Duration.ofDays(3),
                redirectTo,
                onlyTo,
                keepSecretLinks,
                Duration.ofMinutes(30));
    }
}
