package lv.varu.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What proposals need to know of the consultation that calls for them.
 *
 * @param announced the public may see it: announced and not withdrawn
 * @param closesAt exclusive, midnight in Riga after the last day; none for a standing call
 * @param closesOn the last day; none for a standing call
 * @param municipalities codes of the places whose municipalities decide; a region or the state stands for all in it
 * @param topics what is asked about; none means anything
 * @param owners codes of partnerships, the leading one first
 * @param contactName the person of the partnership whom people may ask
 * @param documentType as the decision tables call it, for example {@code SECAP}
 * @param standing has no end and no position: each proposal goes to who answers as soon as it is screened, and its
 *     answer is public at once
 * @param ownHosted the partnership itself decides, so its own staff answer
 * @param sample invented, for trying things out
 */
@NamedInterface("shared")
public record Call(
        UUID id,
        String code,
        String title,
        @Nullable String titleEn,
        boolean announced,
        Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable LocalDate closesOn,
        List<String> municipalities,
        List<Topic> topics,
        List<String> owners,
        @Nullable String contactName,
        @Nullable String contactEmail,
        String documentType,
        boolean standing,
        boolean ownHosted,
        boolean sample) {

    public Call {
        municipalities = List.copyOf(municipalities);
        topics = List.copyOf(topics);
        owners = List.copyOf(owners);
    }

    public String title(Locale locale) {
        return titleEn != null && locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? titleEn : title;
    }

    /** Whatever is asked about, anything else may be said as well. */
    public boolean offers(Topic topic) {
        return topics.isEmpty() || topics.contains(topic) || topic == Topic.OTHER;
    }

    // By the dates, not by the status: nobody is refused because the timer that opens or closes runs a minute late.
    public boolean accepts(Instant now) {
        return announced && !now.isBefore(opensAt) && !isOver(now);
    }

    public boolean isOver(Instant now) {
        return closesAt != null && !now.isBefore(closesAt);
    }

    /** @throws CallClosed outside the window */
    void requireOpen(Instant now) {
        if (!accepts(now)) {
            throw new CallClosed(this);
        }
    }

    /** Code of the partnership that does the work. */
    public String lead() {
        return owners.get(0);
    }
}
