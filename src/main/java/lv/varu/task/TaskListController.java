package lv.varu.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class TaskListController {
    private final TaskList list;
    private final TaskPages pages;
    private final ModelTasks models;
    private final TaskWords words;
    private final BrokenSteps broken;
    private final SignedIn signedIn;

    TaskListController(
            TaskList list, TaskPages pages, ModelTasks models, TaskWords words, BrokenSteps broken, SignedIn signedIn) {
        this.list = list;
        this.pages = pages;
        this.models = models;
        this.words = words;
        this.broken = broken;
        this.signedIn = signedIn;
    }

    @GetMapping({"/darbs", "/darbs/uzdevumi"})
    String list(
            @RequestParam(defaultValue = "") String skats,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String veids,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(required = false) @Nullable UUID uzdevums,
            Model model) {
        Person me = signedIn.required();
        TaskList.Counts counts = list.counts(me);
        TaskView view = TaskView.of(skats).orElse(counts.mine() > 0 ? TaskView.MINE : TaskView.TEAM);
        TaskFilter filter = TaskFilter.of(view, q, veids, page);
        if (uzdevums != null) {
            pages.show(uzdevums, me, model);
        }
        List<StoredTask> found = list.page(filter, me);
        boolean more = found.size() > TaskFilter.PAGE;
        List<StoredTask> shown = more ? found.subList(0, TaskFilter.PAGE) : found;
        model.addAttribute("counts", counts);
        model.addAttribute("broken", me.isAdministrator() ? broken.count() : 0);
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", kinds());
        model.addAttribute("previous", filter.page() == 0 ? null : filter.link(filter.page() - 1, null));
        model.addAttribute("next", more ? filter.link(filter.page() + 1, null) : null);
        model.addAttribute("rows", pages.rows(shown, filter, uzdevums, me));
        return "task/list";
    }

    private Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        models.newest().forEach(task -> kinds.put(task.processKey() + "." + task.taskKey(), words.kind(task)));
        return kinds;
    }
}
