package lv.varu.task;

import java.util.List;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;

/** What was typed breaks a rule of the form. */
public class FormRefused extends RuntimeException {
    private final transient Errors errors;

    FormRefused(Errors errors) {
        super(errors.getFieldErrors().stream()
                .map(FieldError::getField)
                .toList()
                .toString());
        this.errors = errors;
    }

    Errors errors() {
        return errors;
    }

    public List<String> fields() {
        return errors.getFieldErrors().stream().map(FieldError::getField).toList();
    }
}
