package lv.varu.consultation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The conclusions of a consultation before a general meeting of the partnership's members.
 *
 * @param item what the meeting talks about
 * @param decision what it decided; none until it has met
 */
public record Agenda(
        LocalDate meetsOn, String item, @Nullable String decision) {}
