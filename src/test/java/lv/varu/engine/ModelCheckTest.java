package lv.varu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ModelCheckTest {
    private static final String MODEL = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:x="http://camunda.org/schema/1.0/bpmn">
              <bpmn:process id="p" isExecutable="true">%s</bpmn:process>
            </bpmn:definitions>""";
    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"><decision id="d"><decisionTable>
              <input><inputExpression %s><text>%s</text></inputExpression></input></decisionTable></decision></definitions>""";

    @TempDir
    Path folder;

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final ModelCheck check = new ModelCheck(beans);

    ModelCheckTest() {
        JavaDelegate step = execution -> {};
        beans.addBean("sendPosition", step);
        beans.addBean("dataSource", "no step");
    }

    @Test
    void takesOurSteps() {
        assertTaken("<bpmn:serviceTask camunda:delegateExpression=\"${sendPosition}\"/>"
                + "<bpmn:userTask camunda:candidateGroups=\"${partnership}:STAFF\"/>"
                + "<bpmn:conditionExpression>${!declined}</bpmn:conditionExpression>"
                + "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"${lists.of(owners)}\"/>"
                + "<camunda:formField id=\"a\" type=\"string\"/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask scriptFormat=\"groovy\"><bpmn:script>'ls'.execute()</bpmn:script></bpmn:scriptTask>",
                "<bpmn:serviceTask><camunda:script scriptFormat=\"javascript\">1</camunda:script></bpmn:serviceTask>",
                "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
                "<bpmn:serviceTask camunda:class=\"java.lang.ProcessBuilder\"/>",
                "<bpmn:serviceTask x:class=\"java.lang.ProcessBuilder\"/>",
                "<camunda:executionListener event=\"start\" class=\"org.example.Evil\"/>",
                "<camunda:executionListener event=\"start\" expression=\"${dataSource.close()}\"/>",
                "<camunda:taskListener event=\"create\" delegateExpression=\"${dataSource}\"/>",
                "<camunda:taskListener event=\"create\" delegateExpression=\"${nobody}\"/>",
                "<bpmn:serviceTask camunda:delegateExpression=\"${''.getClass()}\"/>",
                "<bpmn:serviceTask camunda:delegateExpression=\"${sendPosition.getClass()}\"/>",
                "<bpmn:serviceTask camunda:expression=\"${accountDesk.open()}\"/>",
                "<bpmn:serviceTask camunda:type=\"shell\"/>",
                "<bpmn:serviceTask camunda:type=\"external\" camunda:topic=\"x\"/>",
                "<bpmn:conditionExpression>${accountDesk.close(x)}</bpmn:conditionExpression>",
                "<bpmn:conditionExpression>#{execution.engineServices}</bpmn:conditionExpression>",
                "<bpmn:conditionExpression language=\"groovy\">true</bpmn:conditionExpression>",
                "<bpmn:conditionExpression>${lists.of(owners).getClass()}</bpmn:conditionExpression>",
                "<bpmn:timeDuration>${T(java.lang.Runtime)}</bpmn:timeDuration>",
                "<bpmn:userTask camunda:assignee=\"${authentication.name}\"/>",
                "<bpmn:userTask name=\"${''['class']}\"/>",
                "<camunda:inputParameter name=\"a\"><camunda:script scriptFormat=\"js\">1</camunda:script>"
                        + "</camunda:inputParameter>",
                "<camunda:field name=\"a\" stringValue=\"b\"/>",
                "<bpmn:conditionExpression><![CDATA[${dataSource.connection}]]></bpmn:conditionExpression>",
                "<bpmn:conditionExpression>${unfinished.call(</bpmn:conditionExpression>"
            })
    void refusesWhatCouldBringCodeAlong(String part) {
        assertThatThrownBy(() -> check(MODEL.formatted(part)))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("'x.bpmn'");
    }

    @Test
    void refusesTablesInOtherLanguages() {
        assertThatCode(() -> check(TABLE.formatted("", "stage"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(TABLE.formatted("expressionLanguage=\"groovy\"", "stage")))
                .isInstanceOf(ModelRefused.class);
        assertThatThrownBy(() -> check(TABLE.formatted("", "${dataSource.close()}")))
                .isInstanceOf(ModelRefused.class);
    }

    /** Each names a file or an address whose content it wants to have. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"%s\">]>",
                "<!DOCTYPE a [<!ENTITY b PUBLIC \"-//x\" \"%s\">]>",
                "<!DOCTYPE a [<!ENTITY % c SYSTEM \"%s\"> %c; <!ENTITY b \"x\">]>",
                "<!DOCTYPE a SYSTEM \"%s\">"
            })
    void readsNoOtherFilesAndAsksNobody(String begin) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "slepens");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
            for (String other : List.of(secret.toUri().toString(), address)) {
                assertThatThrownBy(() -> check(begin.replace("%s", other)
                                + MODEL.formatted("<bpmn:documentation>&b;</bpmn:documentation>")))
                        .isInstanceOf(ModelRefused.class)
                        .hasMessageNotContaining("slepens");
            }
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void fetchesNothingThatAnAttributeNames() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/";
            assertTaken("<bpmn:documentation xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                    + " xsi:schemaLocation=\"http://x " + address + "a.xsd\"/>"
                    + "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + address + "\"/>"
                    + "<?xml-stylesheet href=\"" + address + "a.xsl\"?>");
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    @Timeout(10)
    void refusesAModelWhoseTextSwells() {
        var laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"0123456789\">");
        for (int level = 1; level < 10; level++) {
            laughs.append("<!ENTITY l%d \"%s\">".formatted(level, ("&l" + (level - 1) + ";").repeat(10)));
        }
        assertRefused(laughs + "]>" + MODEL.formatted("<bpmn:documentation>&l9;</bpmn:documentation>"));
        assertRefused("<!DOCTYPE a [<!ENTITY b \"%s\">]>".formatted("x".repeat(50_000))
                + MODEL.formatted("<bpmn:documentation>" + "&b;".repeat(50_000) + "</bpmn:documentation>"));
    }

    @Test
    @Timeout(10)
    void refusesAModelOfEndlessDepth() {
        String open = "<bpmn:subProcess>";
        String close = "</bpmn:subProcess>";
        assertTaken(open.repeat(20) + close.repeat(20));
        assertRefused(MODEL.formatted(open.repeat(20_000) + close.repeat(20_000)));
        assertRefused(MODEL.formatted(open.repeat(50_000)));
    }

    @Test
    @Timeout(10)
    void refusesAModelThatIsTooLargeWithoutReadingItToItsEnd() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };
        assertThatThrownBy(() -> check.check("x.bpmn", endless)).isInstanceOf(ModelRefused.class);
        assertThatThrownBy(() -> check(MODEL.formatted(" x=\"1\"".repeat(400_000))))
                .isInstanceOf(ModelRefused.class);
    }

    @Test
    void takesEveryModelOfOurs() throws IOException {
        assertThat(Models.all()).isNotEmpty();
        var ours = new StaticListableBeanFactory() {
            @Override
            public boolean containsBean(String name) {
                return true;
            }

            @Override
            public boolean isTypeMatch(String name, Class<?> type) {
                return true;
            }
        };
        for (var model : Models.all()) {
            try (var content = model.getInputStream()) {
                assertThatCode(() -> new ModelCheck(ours).check("ours", content))
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void tellsWhoeverStartsTheProgram() {
        var report = new RefusedModelReport().analyze(new ModelRefused("x.bpmn", "camunda:class"));
        assertThat(report).isNotNull();
        assertThat(report.getDescription()).isEqualTo("The model 'x.bpmn' may not contain: camunda:class");
    }

    private void assertRefused(String model) {
        assertThatThrownBy(() -> check(model)).isInstanceOf(ModelRefused.class);
    }

    private void assertTaken(String part) {
        assertThatCode(() -> check(MODEL.formatted(part))).doesNotThrowAnyException();
    }

    private void check(String model) throws IOException {
        check.check("x.bpmn", new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)));
    }
}
