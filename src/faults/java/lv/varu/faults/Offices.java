package lv.varu.faults;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two of the same office, signed in; a manager is alone and has two browsers. */
class Offices {
    private static final Map<String, List<String>> PEOPLE = Map.of(
            "KAIMINISTAFF", List.of("anna@kaimini.example", "toms@kaimini.example"),
            "KAIMINIMANAGER", List.of("ieva@kaimini.example"),
            "KRASLAVASTAFF", List.of("lina@kraslava.example", "arturs@kraslava.example"),
            "KRASLAVAMANAGER", List.of("baiba@kraslava.example"),
            "PREILISTAFF", List.of("elina@preili.example", "roberts@preili.example"),
            "PREILIMANAGER", List.of("velta@preili.example"));

    private final Program program;
    private final Map<String, List<Colleague>> known = new HashMap<>();

    Offices(Program program) {
        this.program = program;
    }

    List<Colleague> of(String partnership, String role) throws Exception {
        var pair = known.get(partnership + role);
        if (pair == null) {
            var emails = requireNonNull(PEOPLE.get(partnership + role));
            pair = List.of(
                    Colleague.signedIn(program.address(), emails.get(0)),
                    Colleague.signedIn(program.address(), emails.get(emails.size() - 1)));
            known.put(partnership + role, pair);
        }
        return pair;
    }
}
