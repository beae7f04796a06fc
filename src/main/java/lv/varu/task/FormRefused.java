package lv.varu.task;

import java.util.List;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/** What was typed breaks a rule of the form. */
public class FormRefused extends RuntimeException {
    private final transient BindingResult errors;

    FormRefused(BindingResult errors) {
        super(errors.getFieldErrors().stream()
                .map(FieldError::getField)
                .toList()
                .toString());
        this.errors = errors;
    }

    BindingResult errors() {
        return errors;
    }

    public List<String> fields() {
        return errors.getFieldErrors().stream().map(FieldError::getField).toList();
    }
}
