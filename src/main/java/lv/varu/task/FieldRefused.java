package lv.varu.task;

import java.util.function.Consumer;
import org.springframework.validation.Errors;

/** What a screen finds wrong with a field only when it does what the form says. */
public class FieldRefused extends RuntimeException {
    private final transient Consumer<Errors> teller;

    /** @param teller says it beside the field */
    public FieldRefused(RuntimeException cause, Consumer<Errors> teller) {
        super(cause);
        this.teller = teller;
    }

    void tell(Errors errors) {
        teller.accept(errors);
    }
}
