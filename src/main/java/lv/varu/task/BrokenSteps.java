package lv.varu.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.engine.EngineJobs;
import lv.varu.engine.EngineJobs.FailedStep;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Automated steps that have failed so often that nobody tries them again, until an administrator lets them. */
@Component
@Transactional(readOnly = true)
class BrokenSteps {
    private final EngineJobs engine;
    private final Contributed<CaseTitles> titles;
    private final MessageSource messages;
    private final Trail trail;

    BrokenSteps(EngineJobs engine, ObjectProvider<CaseTitles> titles, MessageSource messages, Trail trail) {
        this.engine = engine;
        this.titles = new Contributed<>(titles, CaseTitles::kind);
        this.messages = messages;
        this.trail = trail;
    }

    public long count() {
        return engine.failed();
    }

    /** The latest first. */
    public Page<Row> page(@Nullable String words, Pageable pageable) {
        List<Row> found = find(words);
        int from = Math.min((int) pageable.getOffset(), found.size());
        int to = Math.min(from + pageable.getPageSize(), found.size());
        return new PageImpl<>(withPages(found.subList(from, to)), pageable, found.size());
    }

    /** How many will be tried again. */
    @Transactional
    public int tryAgain(@Nullable String words) {
        return tryAgain(find(words));
    }

    /** False when it is no longer broken. */
    @Transactional
    public boolean tryOneAgain(String id) {
        return tryAgain(find(null).stream()
                        .filter(row -> row.step.id().equals(id))
                        .toList())
                == 1;
    }

    private int tryAgain(List<Row> rows) {
        engine.tryAgain(rows.stream().map(row -> row.step.id()).toList());
        rows.forEach(row -> trail.record(
                CaseKey.of(row.step.process(), row.step.businessKey()),
                "task.stepTriedAgain",
                Map.of("step", row.step.stepName())));
        return rows.size();
    }

    private List<Row> find(@Nullable String words) {
        List<FailedStep> steps = engine.failedSteps();
        Map<String, List<String>> cases = steps.stream()
                .collect(Collectors.groupingBy(
                        FailedStep::process, Collectors.mapping(FailedStep::businessKey, Collectors.toList())));
        Map<String, Map<String, String>> names = new HashMap<>();
        cases.forEach((kind, ids) -> names.put(
                kind, titles.find(kind).map(known -> known.titlesOf(ids)).orElse(Map.of())));
        String wanted = words == null ? "" : Folded.of(words.strip());
        List<Row> rows = new ArrayList<>();
        for (FailedStep step : steps) {
            String title = names.getOrDefault(step.process(), Map.of()).getOrDefault(step.businessKey(), "");
            Row row = new Row(step, stepName(step), title, null);
            if (Folded.of(row.words()).contains(wanted)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Tasks of people have names in every language, other steps are called as in the model. */
    private String stepName(FailedStep step) {
        Locale locale = LocaleContextHolder.getLocale();
        String key = "task." + step.process() + "." + step.activity();
        String name = messages.getMessage(key, null, step.stepName(), locale);
        return name == null ? step.stepName() : name;
    }

    private List<Row> withPages(List<Row> rows) {
        Map<String, List<String>> cases = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.step.process(),
                        Collectors.mapping(row -> row.step.businessKey(), Collectors.toList())));
        Map<String, Map<String, String>> pages = new HashMap<>();
        cases.forEach((kind, ids) -> pages.put(
                kind, titles.find(kind).map(known -> known.pagesOf(ids)).orElse(Map.of())));
        return rows.stream()
                .map(row -> new Row(
                        row.step,
                        row.name,
                        row.title,
                        pages.getOrDefault(row.step.process(), Map.of()).get(row.step.businessKey())))
                .toList();
    }

    /**
     * A line of the list, public for the template.
     *
     * @param name of the step
     * @param title of the case; empty when nobody knows it any more
     * @param page of the case
     */
    public record Row(
            FailedStep step,
            String name,
            String title,
            @Nullable String page) {

        /** Only tasks of people have names in other languages than the model's. */
        public boolean translated() {
            return !name.equals(step.stepName());
        }

        String words() {
            return String.join(" ", title, name, step.processName(), step.id());
        }
    }
}
