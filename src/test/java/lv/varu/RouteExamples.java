package lv.varu;

import java.util.Map;

/**
 * Real addresses for the walk over all routes: a bean among a feature's tests names, for a pattern such as {@code
 * /apspriesanas/{code}}, an address that exists. What belongs to a partnership belongs to KAIMINI. Without an example a
 * pattern is tried with made-up names, which nobody should find.
 */
public interface RouteExamples {
    Map<String, String> addresses();
}
