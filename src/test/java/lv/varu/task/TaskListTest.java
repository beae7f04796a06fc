package lv.varu.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.calendar.Riga;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@VaruTest
class TaskListTest {
    private static final String MANY = """
            insert into task (id, engine_id, model_id, process_key, task_key, name, case_key, case_title, case_words,
                partnership, role, assignee, created_at, changed_at, due_on)
            select gen_random_uuid(), gen_random_uuid()::text, 'none', 'errand', 'prepare', 'Sagatavot darīšanu',
                'errand:' || gen_random_uuid(), 'Lieta ' || n, 'lieta ' || n, :partnership,
                case when n % 10 = 0 then 'MANAGER' else 'STAFF' end, case when n % 20 = 1 then :me::uuid end,
                now(), now(), :today::date + (n % 300) - 20
            from generate_series(1, :number) n""";

    @Autowired
    MockMvc mvc;

    @Autowired
    TaskList list;

    @Autowired
    Errands errands;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NamedParameterJdbcTemplate template;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    String partnership;
    Person anna;

    @BeforeEach
    void people() {
        partnership = Errands.partnership();
        anna = errands.staff(partnership, "Anna Bērziņa");
    }

    @Test
    void readsOnePageOfFiftyThousandAlongAnIndex() {
        transaction.executeWithoutResult(status -> {
            insert(50_000);
            jdbc.sql("analyze task").update();

            for (TaskView view : List.of(TaskView.MINE, TaskView.TEAM, TaskView.OVERDUE)) {
                TaskFilter filter = TaskFilter.of(view, null, null, 0);
                assertThat(list.page(filter, anna)).hasSize(TaskFilter.PAGE + 1);
                assertThat(plan(filter))
                        .contains("Index")
                        .doesNotContain("Seq Scan on task t")
                        .doesNotContain("Sort");
            }
            assertThat(list.counts(anna).team()).isEqualTo(TaskList.COUNTED);
            assertThat(millisOfAView()).isLessThan(100);
            status.setRollbackOnly();
        });
    }

    @Test
    void asksTheDatabaseAsOftenForAHundredAsForTen() throws Exception {
        insert(10);
        // The first view also reads the models, once and for all.
        statementsOfTheList();
        long few = statementsOfTheList();
        insert(90);
        assertThat(statementsOfTheList()).isEqualTo(few).isLessThan(12);
        jdbc.sql("delete from task where partnership = ?").param(partnership).update();
    }

    private long statementsOfTheList() throws Exception {
        Statements.start();
        mvc.perform(get("/darbs/uzdevumi?skats=komanda").with(Errands.as(anna)).with(csrf()))
                .andExpect(status().isOk());
        return Statements.stop();
    }

    private void insert(int number) {
        template.update(
                MANY,
                Map.of("partnership", partnership, "me", anna.id(), "today", Riga.today(clock), "number", number));
    }

    private String plan(TaskFilter filter) {
        Map<String, Object> values = new HashMap<>(
                Map.of("me", anna.id(), "today", Riga.today(clock), "partnership", partnership, "size", 26, "skip", 0));
        return String.join(
                "\n", template.queryForList("explain " + list.sql(filter, anna, values), values, String.class));
    }

    private long millisOfAView() {
        TaskFilter filter = TaskFilter.of(TaskView.TEAM, null, null, 0);
        list.page(filter, anna);
        long start = System.nanoTime();
        list.counts(anna);
        list.page(filter, anna);
        return (System.nanoTime() - start) / 1_000_000;
    }
}
