package lv.varu.audit;

import java.time.Instant;

/**
 * Entries of a case that are shown as one, as when thousands are written to.
 *
 * @param newest of them
 * @param since when the first of them was written
 * @param later how many entries the case has after the newest
 */
public record TrailRow(TrailEntry newest, long entries, Instant since, long later) {}
