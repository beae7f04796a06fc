package lv.varu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXParseException;

class RefusedModelReportTest {
    @Test
    void namesTheModelAndTheLine() {
        var noXml = new SAXParseException("unfinished", null, null, 18, 7);
        var refused = new ProcessEngineException("Could not parse 'consultation.bpmn'.", noXml);
        assertThat(new RefusedModelReport().analyze(new IllegalStateException(refused)))
                .satisfies(report -> assertThat(report.getDescription())
                        .isEqualTo("Could not parse 'consultation.bpmn'. (line 18, column 7)"));
    }

    @Test
    void leavesOtherTroubleToOthers() {
        assertThat(new RefusedModelReport().analyze(new ProcessEngineException("no database")))
                .isNull();
    }
}
