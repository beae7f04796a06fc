package lv.varu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a profile runs still fits the program. */
class HarnessesTest {
    @TempDir
    Path classes;

    @ParameterizedTest
    @ValueSource(strings = {"src/faults/java", "src/bench/java"})
    void stillCompile(String sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(found, null, null);
                var walked = Files.walk(Path.of(sources))) {
            var all = walked.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(all).isNotEmpty();
            // Goes on to the other classes after what the engines that are not here leave unknown.
            var options = List.of(
                    "-proc:none", "-XDshould-stop.ifError=FLOW", "-Xmaxerrs", "10000", "-d", classes.toString());
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(all))
                    .call();
        }
        assertThat(found.getDiagnostics())
                .filteredOn(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .filteredOn(one -> one.getSource() == null || !needsAnotherEngine(one.getSource()))
                .isEmpty();
    }

    /** What these need comes with the profile of the bench. */
    private static boolean needsAnotherEngine(JavaFileObject source) {
        return source.getName().matches(".*(Camunda|Flowable|Operaton)Contender\\.java");
    }
}
