package lv.varu.task;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.Validator;

/** Finds the form of a task. */
@Component
class TaskForms {
    private final ModelTasks models;
    private final TaskWords words;
    private final Contributed<TaskScreen<?>> screens;
    private final ApplicationEventPublisher events;
    private final ConversionService conversion;
    private final Validator validator;

    TaskForms(
            ModelTasks models,
            TaskWords words,
            ObjectProvider<TaskScreen<?>> screens,
            ApplicationEventPublisher events,
            @Qualifier("mvcConversionService") ConversionService conversion,
            @Qualifier("mvcValidator") Validator validator) {
        this.models = models;
        this.words = words;
        this.screens = new Contributed<>(screens, TaskScreen::formKey);
        this.events = events;
        this.conversion = conversion;
        this.validator = validator;
    }

    TaskForm of(StoredTask task) {
        String key = task.formKey();
        return key == null
                ? new PlainForm(
                        task.task(),
                        models.find(task.modelId(), task.task().taskKey()).fields(),
                        words,
                        events)
                : screens.find(key)
                        .<TaskForm>map(screen -> drawn(screen, task.task()))
                        .orElseThrow(() -> new NoScreen(key));
    }

    private <F> ScreenForm<F> drawn(TaskScreen<F> screen, OpenTask task) {
        return new ScreenForm<>(screen, task, conversion, validator);
    }

    /** A model names a form key for which no feature has a screen. */
    static class NoScreen extends IllegalStateException {
        NoScreen(String formKey) {
            super(formKey);
        }
    }
}
