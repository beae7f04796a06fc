package lv.varu.task;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lv.varu.account.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessException;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DataBinder;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.validation.FieldError;
import org.springframework.validation.Validator;
import org.springframework.web.bind.WebDataBinder;

/** A feature's screen, with the binding that all screens share. */
class ScreenForm<F> implements TaskForm {
    private final TaskScreen<F> screen;
    private final OpenTask task;
    private final F first;
    private final ConversionService conversion;
    private final Validator validator;

    ScreenForm(TaskScreen<F> screen, OpenTask task, ConversionService conversion, Validator validator) {
        this.screen = screen;
        this.task = task;
        this.first = screen.form(task);
        this.conversion = conversion;
        this.validator = validator;
    }

    @Override
    public String template() {
        return screen.template();
    }

    @Override
    public Map<String, ?> model() {
        return screen.model(task);
    }

    @Override
    public boolean takesFiles() {
        return screen.takesFiles();
    }

    @Override
    public BindingResult untouched() {
        return binder(first).getBindingResult();
    }

    @Override
    public BindingResult fill(Typed typed) {
        WebDataBinder binder = binder(null);
        binder.setTargetType(ResolvableType.forClass(first.getClass()));
        binder.construct(new TypedValues(typed, binder));
        return binder.getBindingResult();
    }

    @Override
    public void check(BindingResult filled) {
        // Half a form cannot be checked: first what cannot be read has to be mended.
        if (!filled.hasErrors()) {
            validator.validate(form(filled), filled);
        }
        if (!filled.hasErrors()) {
            screen.check(task, form(filled), filled);
        }
    }

    @Override
    public Map<String, @Nullable Object> complete(BindingResult filled, Person by) {
        return screen.complete(task, form(filled), by);
    }

    @SuppressWarnings("unchecked")
    private F form(BindingResult filled) {
        if (filled.getTarget() == null) {
            throw new IllegalStateException(screen.formKey());
        }
        return (F) filled.getTarget();
    }

    private WebDataBinder binder(@Nullable Object target) {
        var binder = new WebDataBinder(target, NAME);
        binder.setConversionService(conversion);
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(false));
        binder.setBindingErrorProcessor(new Unreadable());
        return binder;
    }

    private record TypedValues(Typed typed, WebDataBinder binder) implements DataBinder.ValueResolver {

        @Override
        public @Nullable Object resolveValue(String name, Class<?> type) {
            if (typed.files().containsKey(name)) {
                List<?> files = typed.files().get(name);
                return files.size() == 1 ? files.get(0) : files;
            }
            List<String> values = typed.values().get(name);
            if (values != null) {
                return values.size() == 1 ? values.get(0) : values.toArray(String[]::new);
            }
            // A box that is not ticked is not sent, only its marker is.
            return typed.values().containsKey(WebDataBinder.DEFAULT_FIELD_MARKER_PREFIX + name)
                    ? binder.getEmptyValue(type)
                    : null;
        }

        @Override
        public Set<String> getNames() {
            Set<String> names = new HashSet<>(typed.values().keySet());
            names.addAll(typed.files().keySet());
            return names;
        }
    }

    /** Spring's own sentence about a value that does not convert is for programmers. */
    private static class Unreadable extends DefaultBindingErrorProcessor {
        @Override
        public void processPropertyAccessException(PropertyAccessException problem, BindingResult result) {
            // Not rejectValue, which looks at the form object: there is none yet.
            result.addError(new FieldError(
                    NAME,
                    String.valueOf(problem.getPropertyName()),
                    problem.getValue(),
                    true,
                    new String[] {"task.error.unreadable"},
                    null,
                    null));
        }
    }
}
