package lv.varu.proposal.answer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.varu.proposal.IntakeRules;
import org.jspecify.annotations.Nullable;

/**
 * To whom a municipal contact passes proposals on.
 *
 * @param colleague the id of a known contact, {@code new} for somebody not known yet
 */
record PassOnForm(
        @Nullable Set<UUID> proposals,
        @Nullable String colleague,
        @Nullable String name,
        @Nullable String email,
        @Nullable String remark) {
    static final String NEW = "new";

    static final PassOnForm EMPTY = new PassOnForm(Set.of(), null, null, null, null);

    Set<UUID> chosen() {
        return Objects.requireNonNullElse(proposals, Set.of());
    }

    public boolean isNew() {
        return NEW.equals(colleague);
    }

    String cleanName() {
        return Objects.requireNonNullElse(name, "").strip();
    }

    String cleanEmail() {
        return Objects.requireNonNullElse(email, "").strip().toLowerCase(Locale.ROOT);
    }

    String cleanRemark() {
        return Objects.requireNonNullElse(remark, "").replace("\r\n", "\n").strip();
    }

    /**
     * Message keys by field.
     *
     * @param domain of the contact's own address: whoever holds a link cannot send people's data anywhere else
     */
    Map<String, String> faults(Set<UUID> waiting, Set<String> known, String domain) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (chosen().isEmpty() || !waiting.containsAll(chosen())) {
            faults.put("proposals", "proposal.passOn.proposals.missing");
        }
        if (isNew()) {
            if (cleanName().isEmpty() || cleanName().length() > IntakeRules.SHORT) {
                faults.put("name", "proposal.passOn.name.missing");
            }
            if (!IntakeRules.isEmail(cleanEmail())) {
                faults.put("email", "proposal.fault.email");
            } else if (!cleanEmail().endsWith("@" + domain)) {
                faults.put("email", "proposal.passOn.email.foreign");
            }
        } else if (colleague == null || !known.contains(colleague)) {
            faults.put("colleague", "proposal.passOn.colleague.missing");
        }
        if (cleanRemark().length() > IntakeRules.REMARK) {
            faults.put("remark", "proposal.fault.long");
        }
        return faults;
    }
}
