package lv.varu.task;

import java.util.UUID;

/**
 * A line of the list: what, for whom, why me, until when.
 *
 * @param link shows the task beside the list
 */
record TaskRow(
        UUID id,
        String link,
        String name,
        String caseTitle,
        String why,
        TaskWords.Due due,
        StoredTask.Mark mark,
        boolean chosen) {}
