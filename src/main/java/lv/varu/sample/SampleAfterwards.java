package lv.varu.sample;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.Person;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.audit.CaseKey;
import lv.varu.broadcast.Answer;
import lv.varu.broadcast.BroadcastDesk;
import lv.varu.broadcast.CallText;
import lv.varu.broadcast.Called;
import lv.varu.broadcast.HelpDesk;
import lv.varu.calendar.Riga;
import lv.varu.engine.EngineJobs;
import lv.varu.suggestion.BoxDesk;
import lv.varu.suggestion.BoxDetails;
import lv.varu.suggestion.RoundDesk;
import lv.varu.suggestion.Schedule;
import lv.varu.task.TaskDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells of an urgent call that organisations are answering, and of suggestion boxes in three parishes. */
@Component
@ConditionalOnProperty("varu.demo")
class SampleAfterwards {
    private static final String BROADCAST = "broadcast";
    private static final String BOX = "suggestion-box";

    private final SampleAccounts accounts;
    private final SampleClock clock;
    private final BroadcastDesk broadcasts;
    private final HelpDesk help;
    private final BoxDesk boxes;
    private final RoundDesk rounds;
    private final Links links;
    private final TaskDesk tasks;
    private final EngineJobs jobs;

    SampleAfterwards(
            SampleAccounts accounts,
            SampleClock clock,
            BroadcastDesk broadcasts,
            HelpDesk help,
            BoxDesk boxes,
            RoundDesk rounds,
            Links links,
            TaskDesk tasks,
            EngineJobs jobs) {
        this.accounts = accounts;
        this.clock = clock;
        this.broadcasts = broadcasts;
        this.help = help;
        this.boxes = boxes;
        this.rounds = rounds;
        this.links = links;
        this.tasks = tasks;
        this.jobs = jobs;
    }

    void tell(LocalDate today) {
        call(today, accounts.staff("KRASLAVA"));
        boxes(today, accounts.staff("KAIMINI"));
    }

    private void call(LocalDate today, Person staff) {
        at(today.minusDays(1), 10);
        UUID id = UUID.randomUUID();
        var words = new CallText(
                "Vajadzīgas naktsmājas un siltas vakariņas",
                "Šovakar Krāslavā ierodas 40 bēgļu, viņu vidū 15 bērnu. Divas naktis viņi pavadīs pie mums, pirms dodas tālāk.",
                List.of("Varam uzņemt cilvēkus pa nakti", "Varam pagatavot vakariņas", "Varam aizvest ar autobusu"));
        as(
                staff,
                () -> broadcasts.send(
                        id, words, new Called(true, Set.of(), Set.of(), Set.of()), today.plusDays(2), staff));
        jobs.run(BROADCAST, id.toString(), "sendBatch");
        var answers = List.of(
                new Answer(true, Set.of(0), 6, "Skolas internātā, no pulksten 18."),
                new Answer(true, Set.of(1), 40, "Zupa un pīrāgi."),
                new Answer(false, Set.of(), null, null),
                new Answer(true, Set.of(0, 1), 4, null),
                new Answer(true, Set.of(2), 20, "Autobuss ar šoferi, zvaniet stundu iepriekš."),
                new Answer(false, Set.of(), null, "Mums pašiem remonts."));
        List<UUID> called = broadcasts.called(id);
        for (int i = 0; i < Math.min(answers.size(), called.size()); i++) {
            at(today.minusDays(1), 11 + i);
            answer(id, called.get(i), answers.get(i));
        }
    }

    private void answer(UUID broadcast, UUID recipient, Answer answer) {
        String token = links.issue(
                Link.Purpose.ANSWER_BROADCAST,
                broadcast.toString(),
                recipient.toString(),
                clock.instant().plus(Duration.ofDays(1)));
        Acting.as(Actor.link(recipient), null, () -> help.answer(token, answer));
    }

    private void boxes(LocalDate today, Person staff) {
        at(today.minusDays(70), 9);
        UUID liksna =
                box("AUGSDAUGAVA-LIKSNA", "Pagasta pārvaldē pie ieejas", "Vija Lazdāne", "vija@liksna.example", staff);
        UUID eglaine =
                box("AUGSDAUGAVA-EGLAINE", "Bibliotēkā pie lasītavas", "Aija Bērziņa", "aija@eglaine.example", staff);
        box("AUGSDAUGAVA-NAUJENE", "Veikalā „Kamene” pie kases", null, null, staff);

        at(today.minusDays(8), 9);
        UUID sorted = requireNonNull(round(liksna, staff));
        at(today.minusDays(6), 12);
        UUID bench = enter(sorted, "Pie veikala vajag soliņu, vecmāmiņām nav kur atpūsties, kamēr gaida autobusu.");
        UUID light = enter(sorted, "Lūdzu apgaismot ceļu no pieturas līdz skolai.");
        UUID rant = enter(sorted, "Kāpēc viss ir tik slikti?");
        rounds.finish(sorted);
        at(today.minusDays(1), 10);
        Map<String, String> lines = new HashMap<>();
        line(lines, 0, bench, "PROPOSE", "Soliņš pie Līksnas veikala", "");
        line(lines, 1, light, "PROPOSE", "Apgaismojums no pieturas līdz skolai", "");
        line(lines, 2, rant, "DECLINE", "", "Nav saprotams, kas jādara. Uzrakstiet vēlreiz, mēs palīdzēsim.");
        UUID task = tasks.open(CaseKey.of(BOX, sorted)).get(0).id();
        as(staff, () -> tasks.complete(task, lines, staff));

        at(today.minusDays(3), 9);
        UUID waiting = requireNonNull(round(eglaine, staff));
        at(today.minusDays(2), 15);
        enter(waiting, "Bērnu laukumā salūzušas šūpoles.");
        enter(waiting, "Vai var autobusu svētdienās?");
        rounds.finish(waiting);
    }

    private UUID box(String place, String spot, @Nullable String keeper, @Nullable String email, Person staff) {
        UUID id = UUID.randomUUID();
        var details = new BoxDetails(
                place,
                spot,
                keeper == null || email == null ? null : new BoxDetails.Keeper(keeper, email, "+371 20000333", "lv"),
                new Schedule(1, Schedule.Unit.MONTHS, DayOfWeek.MONDAY));
        as(staff, () -> boxes.register(id, details, staff));
        return id;
    }

    private @Nullable UUID round(UUID box, Person staff) {
        UUID[] begun = new UUID[1];
        as(staff, () -> begun[0] = boxes.collectNow(box, staff));
        return begun[0];
    }

    private UUID enter(UUID round, String text) {
        UUID id = UUID.randomUUID();
        Acting.as(
                Actor.link(round),
                null,
                () -> rounds.enter(round, new RoundDesk.EnteredSheet(id, text, null, null, null)));
        return id;
    }

    private static void line(
            Map<String, String> values, int number, UUID sheet, String decision, String title, String reason) {
        String row = "lines[" + number + "].";
        values.put(row + "sheet", sheet.toString());
        values.put(row + "decision", decision);
        values.put(row + "title", title);
        values.put(row + "topic", "SURROUNDINGS");
        values.put(row + "reason", reason);
    }

    private void at(LocalDate day, int hour) {
        clock.moveTo(day.atTime(LocalTime.of(hour, 0)).atZone(Riga.ZONE).toInstant());
    }

    private static void as(Person person, Runnable work) {
        Acting.as(Actor.account(person.id()), null, work);
    }
}
