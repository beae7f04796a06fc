package lv.varu.suggestion;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.RouteExamples;
import lv.varu.account.AccountExamples;
import lv.varu.account.Person;
import lv.varu.mail.PostedLetters;
import lv.varu.suggestion.BoxDetails.Keeper;
import lv.varu.suggestion.RoundDesk.EnteredSheet;
import lv.varu.task.TaskDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Boxes, for tests. */
@Component
class SuggestionExamples implements RouteExamples {
    static final Person ANNA = AccountExamples.staff("KAIMINI");
    static final String PLACE = "AUGSDAUGAVA-LIKSNA";

    private final BoxDesk desk;
    private final RoundDesk rounds;
    private final SuggestionBoxes boxes;
    private final TaskDesk tasks;
    private final PostedLetters letters;
    private final JdbcClient jdbc;

    SuggestionExamples(
            BoxDesk desk,
            RoundDesk rounds,
            SuggestionBoxes boxes,
            TaskDesk tasks,
            PostedLetters letters,
            JdbcClient jdbc) {
        this.desk = desk;
        this.rounds = rounds;
        this.boxes = boxes;
        this.tasks = tasks;
        this.letters = letters;
        this.jdbc = jdbc;
    }

    /** @param keeper e-mail address of somebody in the parish */
    UUID box(@Nullable String keeper, String language) {
        return desk.register(
                UUID.randomUUID(),
                new BoxDetails(
                        PLACE,
                        "Pie pagasta pārvaldes durvīm " + UUID.randomUUID(),
                        keeper == null ? null : new Keeper("Vija Pagastā", keeper, "+371 20000222", language),
                        new Schedule(1, Schedule.Unit.MONTHS, DayOfWeek.MONDAY)),
                ANNA);
    }

    static String keeper() {
        return UUID.randomUUID() + "@pagasts.example";
    }

    UUID round(UUID box) {
        return desk.collectNow(box, ANNA);
    }

    UUID enter(UUID round, String text) {
        UUID id = UUID.randomUUID();
        rounds.enter(round, new EnteredSheet(id, text, null, null, null));
        return id;
    }

    void complete(UUID round, String task, Map<String, String> values) {
        tasks.complete(task(round, task), values, ANNA);
    }

    UUID task(UUID round, String task) {
        return tasks.open(CollectionRound.keyOf(round)).stream()
                .filter(open -> open.taskKey().equals(task))
                .findFirst()
                .orElseThrow()
                .id();
    }

    void makeDue(UUID box) {
        jdbc.sql("update suggestion_box set next_on = current_date - 1 where id = ?")
                .param(box)
                .update();
    }

    String code(UUID box) {
        return boxes.get(box).code();
    }

    String token(String email) {
        return letters.to(email).get(0).found("/kastite/([A-Za-z0-9_-]+)").orElseThrow();
    }

    /** The newest letter. */
    String textTo(String email) {
        return letters.to(email).get(0).whole();
    }

    List<String> lettersTo(String email) {
        return jdbc.sql("select template || ' ' || language from mail_letter where recipient_email = ?"
                        + " order by posted_at, id")
                .param(email)
                .query(String.class)
                .list();
    }

    @Override
    public Map<String, String> addresses() {
        UUID box = box(null, "lv");
        UUID round = round(box);
        String page = "/darbs/kastites/" + box;
        String sheets = "/darbs/kastites/lapas/" + round;
        return Map.of(
                "/darbs/kastites/{id}", page,
                "/darbs/kastites/{id}/labot", page + "/labot",
                "/darbs/kastites/{id}/aktivizet", page + "/aktivizet",
                "/darbs/kastites/{id}/deaktivizet", page + "/deaktivizet",
                "/darbs/kastites/{id}/iztuksot", page + "/iztuksot",
                "/darbs/kastites/lapas/{id}", sheets,
                "/kastites/{place}", "/kastites/" + PLACE);
    }
}
