package lv.varu.task;

import lv.varu.account.Person;
import org.springframework.context.ApplicationContext;

/** The rows and the counts that the page of tasks shows. */
public final class OpenTasks {
    private final TaskList list;

    public OpenTasks(ApplicationContext context) {
        this.list = context.getBean(TaskList.class);
    }

    public void read(Person person) {
        list.counts(person);
        list.page(TaskFilter.of(TaskView.TEAM, null, null, 0), person);
    }
}
