package lv.varu.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * How letters leave.
 *
 * @param fromAddress the sender's address
 * @param fromName the sender's name, unless the letter brings its own
 * @param domain the right half of every Message-ID
 * @param pollEvery how often the outbox is looked through
 * @param lease how long one node keeps a letter for itself
 * @param batch how many letters are taken at once
 * @param perMinute most letters a minute, of all nodes together
 * @param firstRetry the pause after the first failure; it doubles each time
 * @param longestRetry the longest pause
 * @param giveUpAfter how long delivery is tried before an administrator has to look
 * @param redirectTo outside production: who gets the letters of all who are not on the list
 * @param onlyTo outside production: addresses, or domains beginning with {@code @}, that get letters; the letters of
 *     others go to {@code redirectTo} or, without one, are held back
 * @param keepSecretLinks whether links that are keys stay readable in delivered letters, for demonstrations
 * @param lateAfter age of the oldest waiting letter from which the outbox counts as unhealthy
 */
@Validated
@ConfigurationProperties("varu.mail")
record MailSettings(
        @Email @NotBlank @DefaultValue("varu@localhost.localdomain")
        String fromAddress,

        @NotBlank @DefaultValue("Varu") String fromName,
        @NotBlank @DefaultValue("varu.localhost") String domain,
        @DefaultValue("5s") Duration pollEvery,
        @DefaultValue("10m") Duration lease,
        @Min(1) @DefaultValue("20") int batch,
        @Min(1) @DefaultValue("120") int perMinute,
        @DefaultValue("1m") Duration firstRetry,
        @DefaultValue("4h") Duration longestRetry,
        @DefaultValue("3d") Duration giveUpAfter,
        @Nullable @Email String redirectTo,
        @DefaultValue List<String> onlyTo,
        @DefaultValue("false") boolean keepSecretLinks,
        @DefaultValue("30m") Duration lateAfter) {

    /** @param own the name that a letter brings */
    String senderName(@Nullable String own) {
        return own == null ? fromName : own;
    }

    private boolean isGuarded() {
        return StringUtils.hasText(redirectTo) || !onlyTo.isEmpty();
    }

    boolean reaches(String email) {
        var address = email.toLowerCase(Locale.ROOT);
        return !isGuarded()
                || onlyTo.stream()
                        .map(allowed -> allowed.toLowerCase(Locale.ROOT))
                        .anyMatch(allowed ->
                                allowed.startsWith("@") ? address.endsWith(allowed) : address.equals(allowed));
    }

    /** The pause after so many failures. */
    Duration pauseAfter(int attempts) {
        var doublings = Math.min(attempts - 1, 30);
        var pause = firstRetry.multipliedBy(1L << doublings);
        return pause.compareTo(longestRetry) > 0 ? longestRetry : pause;
    }
}
