package lv.varu.browser;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import lv.varu.calendar.Riga;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;

/** Moves the clocks of the program and of the engine together, and lets everything happen that is due on the way. */
class Time {
    private final MovableClock clock;
    private final ManagementService jobs;

    Time(MovableClock clock, ManagementService jobs) {
        this.clock = clock;
        this.jobs = jobs;
    }

    /** At a local time in Latvia, for example {@code 2021-11-12T09:00}. */
    void moveTo(String moment) {
        moveTo(LocalDateTime.parse(moment).atZone(Riga.ZONE).toInstant());
    }

    LocalDate today() {
        return Riga.today(clock);
    }

    /** What the last click left for the engine to do. */
    void settle() {
        moveTo(clock.instant());
    }

    void stop() {
        ClockUtil.reset();
    }

    private void moveTo(Instant target) {
        for (Job job = next(target); job != null; job = next(target)) {
            if (job.getDuedate() != null && job.getDuedate().toInstant().isAfter(clock.instant())) {
                set(job.getDuedate().toInstant());
            }
            jobs.executeJob(job.getId());
        }
        set(target);
    }

    private Job next(Instant target) {
        List<Job> waiting = runnable().messages().listPage(0, 1);
        if (waiting.isEmpty()) {
            waiting = runnable()
                    .timers()
                    .duedateLowerThan(Date.from(target.plusMillis(1)))
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 1);
        }
        return waiting.isEmpty() ? null : waiting.get(0);
    }

    private JobQuery runnable() {
        return jobs.createJobQuery().active().withRetriesLeft();
    }

    private void set(Instant now) {
        clock.set(now);
        ClockUtil.offset(clock.offset().toMillis());
    }
}
