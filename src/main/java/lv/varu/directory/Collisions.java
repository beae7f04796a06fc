package lv.varu.directory;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lv.varu.account.People;
import lv.varu.account.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Tells on the form itself that somebody was faster: what was typed stays, saving again overwrites knowingly. */
@Component
class Collisions {
    private final People people;

    Collisions(People people) {
        this.people = people;
    }

    void tell(OptimisticLockingFailureException collision, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("collision", true);
        if (collision instanceof Outdated outdated) {
            model.addAttribute("collisionBy", nameOf(outdated.by()));
            model.addAttribute("collisionAt", outdated.at());
        }
    }

    @Nullable
    String nameOf(@Nullable UUID id) {
        return id == null ? null : people.find(id).map(Person::name).orElse(null);
    }
}
