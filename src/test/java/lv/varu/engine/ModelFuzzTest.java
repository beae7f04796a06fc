package lv.varu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Files that are nearly models. */
class ModelFuzzTest {
    private final ModelCheck check = new ModelCheck(new StaticListableBeanFactory());

    @Property
    void takesOrRefusesADamagedModel(@ForAll("damages") int[] damage) throws IOException {
        byte[] content = model("proposal.bpmn");
        for (int i = 0; i + 1 < damage.length; i += 2) {
            content[Math.floorMod(damage[i], content.length)] = (byte) damage[i + 1];
        }
        takenOrRefused(content);
    }

    @Property
    void takesNoExpressionThatCalls(@ForAll("calls") String call) throws IOException {
        String model = new String(model("proposal.bpmn"), StandardCharsets.UTF_8)
                .replace("camunda:delegateExpression=", "data=")
                .replace("${needsConfirmation}", "${" + call + "}");
        assertThat(takenOrRefused(model.getBytes(StandardCharsets.UTF_8))).isEqualTo(call.matches("!?[a-z]+"));
    }

    private boolean takenOrRefused(byte[] content) throws IOException {
        try {
            check.check("fuzz.bpmn", new ByteArrayInputStream(content));
            return true;
        } catch (ModelRefused refused) {
            return false;
        }
    }

    private static byte[] model(String name) throws IOException {
        for (var model : Models.all()) {
            if (name.equals(model.getFilename())) {
                return model.getContentAsByteArray();
            }
        }
        throw new IllegalStateException(name);
    }

    @Provide
    Arbitrary<int[]> damages() {
        return Arbitraries.integers().array(int[].class).ofMinSize(2).ofMaxSize(30);
    }

    @Provide
    Arbitrary<String> calls() {
        return Arbitraries.strings().withChars("ab.()[]'!+").ofMinLength(1).ofMaxLength(12);
    }
}
