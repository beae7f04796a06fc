package lv.varu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Pattern BEAN_IN_FRAGMENT = Pattern.compile("~\\{[^\"]*\\$\\{[^}\"]*@[a-z][^\"]*");

    static Stream<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
        }
    }

    // What the layout takes hides what the page would read by the same name.
    @ParameterizedTest
    @MethodSource("templates")
    void readsNothingThatTheLayoutTakes(Path template) throws IOException {
        if (!template.endsWith("layout.html")) {
            assertThat(Files.readString(template)).doesNotContain("${pageTitle", "${pageMain");
        }
    }

    // Thymeleaf refuses it, but only once such a line is reached with data.
    @ParameterizedTest
    @MethodSource("templates")
    void asksNoBeanWhileAFragmentIsChosen(Path template) throws IOException {
        var found =
                BEAN_IN_FRAGMENT.matcher(Files.readString(template)).results().map(result -> result.group());
        assertThat(found).isEmpty();
    }
}
