package lv.varu.engine;

import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.xml.sax.SAXParseException;

/** Whoever has broken a model reads which one and in which line, not where in the engine it was noticed. */
class RefusedModelReport extends AbstractFailureAnalyzer<ProcessEngineException> {
    private static final String ACTION = "Correct the model and start again; nothing of it has been taken over.";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, ProcessEngineException cause) {
        if (cause instanceof ModelRefused) {
            return new FailureAnalysis(cause.getMessage(), ACTION, failure);
        }
        var refused = findCause(failure, ParseException.class);
        if (refused != null) {
            return new FailureAnalysis(refused.getMessage(), ACTION, failure);
        }
        var noXml = findCause(failure, SAXParseException.class);
        return noXml == null
                ? null
                : new FailureAnalysis(
                        "%s (line %d, column %d)"
                                .formatted(cause.getMessage(), noXml.getLineNumber(), noXml.getColumnNumber()),
                        ACTION,
                        failure);
    }
}
