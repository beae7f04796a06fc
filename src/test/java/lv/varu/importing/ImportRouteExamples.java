package lv.varu.importing;

import java.util.Map;
import lv.varu.RouteExamples;
import org.springframework.stereotype.Component;

/** What may be imported where, each kind decides; names are for those who work for the partnership. */
@Component
class ImportRouteExamples implements RouteExamples {
    @Override
    public Map<String, String> addresses() {
        String page = "/darbs/imports/" + Names.KIND + "/KAIMINI";
        return Map.of(
                "/darbs/imports/{kind}/{destination}", page,
                "/darbs/imports/{kind}/{destination}/paraugs.csv", page + "/paraugs.csv",
                "/darbs/imports/{kind}/{destination}/paraugs.xlsx", page + "/paraugs.xlsx");
    }
}
