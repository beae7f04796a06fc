package lv.varu.task;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.account.PublicAddress;
import lv.varu.audit.CaseKey;
import lv.varu.calendar.Riga;
import lv.varu.calendar.WorkingCalendar;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One letter a person on the morning of a working day: what is late, what is due today, what is new. */
@Component
class TaskDigest {
    private static final String ROUND = "digest";
    /** A node that was down at the hour catches up, but nobody is reminded of today in the afternoon. */
    private static final LocalTime TOO_LATE = LocalTime.NOON;

    private final TaskSettings settings;
    private final TaskRounds rounds;
    private final TaskList list;
    private final TaskWords words;
    private final People people;
    private final Outbox outbox;
    private final PublicAddress address;
    private final WorkingCalendar calendar;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TaskDigest(
            TaskSettings settings,
            TaskRounds rounds,
            TaskList list,
            TaskWords words,
            People people,
            Outbox outbox,
            PublicAddress address,
            WorkingCalendar calendar,
            TransactionTemplate transaction,
            Clock clock) {
        this.settings = settings;
        this.rounds = rounds;
        this.list = list;
        this.words = words;
        this.people = people;
        this.outbox = outbox;
        this.address = address;
        this.calendar = calendar;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(cron = "0 */5 * * * *", zone = "Europe/Riga")
    void tick() {
        LocalDate today = Riga.today(clock);
        LocalTime now = LocalTime.ofInstant(clock.instant(), Riga.ZONE);
        boolean hour = !now.isBefore(settings.digestAt()) && now.isBefore(TOO_LATE);
        if (settings.digest() && hour && calendar.isWorkingDay(today)) {
            transaction.executeWithoutResult(status -> {
                if (rounds.take(ROUND, today)) {
                    send(today);
                }
            });
        }
    }

    /** In the caller's transaction. */
    int send(LocalDate today) {
        LocalDate before = rounds.before(ROUND, today).orElse(today.minusDays(1));
        Instant since = before.atTime(settings.digestAt()).atZone(Riga.ZONE).toInstant();
        List<Letter> letters = list.partnershipsWithOpenTasks().stream()
                .flatMap(partnership -> people.of(partnership).stream())
                .map(person -> new Told(person, list.toTell(person, today, since)))
                .filter(told -> !told.tasks.isEmpty())
                .map(told -> letter(told, today))
                .toList();
        return outbox.postAll(letters);
    }

    private Letter letter(Told told, LocalDate today) {
        Person person = told.person;
        List<StoredTask> overdue =
                told.tasks.stream().filter(task -> isDue(task, today) < 0).toList();
        List<StoredTask> due =
                told.tasks.stream().filter(task -> isDue(task, today) == 0).toList();
        List<StoredTask> fresh =
                told.tasks.stream().filter(task -> isDue(task, today) > 0).toList();
        return Letter.about(CaseKey.of("person", person.id()), "task.digest", person.email(), person.name())
                .in(person.language())
                .with("count", told.tasks.size())
                .with("overdueCount", overdue.size())
                .with("overdue", lines(overdue, person.language()))
                .with("todayCount", due.size())
                .with("today", lines(due, person.language()))
                .with("newCount", fresh.size())
                .with("new", lines(fresh, person.language()))
                .action(URI.create(address.of("/darbs/uzdevumi")))
                .once("task-digest:" + person.id() + ":" + today)
                .seal();
    }

    private static int isDue(StoredTask task, LocalDate today) {
        LocalDate dueOn = task.task().dueOn();
        return dueOn == null ? 1 : dueOn.compareTo(today);
    }

    private List<String> lines(List<StoredTask> tasks, Locale language) {
        return tasks.stream().map(task -> line(task, language)).toList();
    }

    private String line(StoredTask task, Locale language) {
        return words.name(task, language) + ": " + task.task().caseTitle() + " – "
                + words.due(task.task().dueOn(), language).text();
    }

    private record Told(Person person, List<StoredTask> tasks) {}
}
