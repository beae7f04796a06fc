package lv.varu.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.RouteExamples;
import lv.varu.account.Role;
import org.springframework.stereotype.Component;

/** A group of KAIMINI for the walk over all routes. */
@Component
class GroupRoutes implements RouteExamples {
    private final GroupDesk desk;

    GroupRoutes(GroupDesk desk) {
        this.desk = desk;
    }

    @Override
    public Map<String, String> addresses() {
        var anna = DirectoryExamples.person("Anna Kalniņa", Role.STAFF, "KAIMINI");
        var addresses = new HashMap<String, String>();
        for (var page : List.of("", "/labot", "/pievienot", "/iznemt")) {
            var id = desk.create(UUID.randomUUID(), "KAIMINI", "Grupa " + UUID.randomUUID(), null, anna);
            addresses.put("/darbs/organizaciju-grupas/{id}" + page, "/darbs/organizaciju-grupas/" + id + page);
        }
        return addresses;
    }
}
