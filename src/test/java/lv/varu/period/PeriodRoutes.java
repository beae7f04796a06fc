package lv.varu.period;

import java.util.Map;
import lv.varu.RouteExamples;
import org.springframework.stereotype.Component;

@Component
class PeriodRoutes implements RouteExamples {
    @Override
    public Map<String, String> addresses() {
        return Map.of("/darbs/admin/termini/{rule}", "/darbs/admin/termini/screening");
    }
}
