package lv.varu.proposal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** An answer that is overdue, and with whom. */
@NamedInterface("shared")
public record LateView(
        UUID proposalId,
        UUID callId,
        @Nullable Long number,
        String title,
        String municipality,
        @Nullable UUID contactId,
        LocalDate dueOn) {}
