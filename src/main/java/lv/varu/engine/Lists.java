package lv.varu.engine;

import java.util.List;
import org.springframework.stereotype.Component;

/** Lets a model repeat a task for each code of a comma separated variable; an empty text is an empty list. */
@Component("lists")
public class Lists {
    public List<String> of(String commaSeparated) {
        return commaSeparated.isBlank() ? List.of() : List.of(commaSeparated.split(","));
    }
}
