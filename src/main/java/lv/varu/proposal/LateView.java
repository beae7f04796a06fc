package lv.varu.proposal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer that is overdue, and with whom. */
public record LateView(
        UUID proposalId,
        UUID callId,
        @Nullable Long number,
        String title,
        String municipality,
        @Nullable UUID contactId,
        LocalDate dueOn,
        boolean escalated,
        @Nullable LocalDate lateSince) {}
