package lv.varu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lv.varu.browser.OpenForms.Place;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Far too long a text in each field that somebody without an account can fill: it is refused beside the field, and stays. */
@SampleTest
class LongWordsTest {
    private static final int LENGTH = 20_000;
    /** The name under which somebody keeps an answer for the next time has a button of its own. */
    private static final String TEXT_FIELDS =
            "main form[method=post] input:is([type=text],[type=email],[type=tel],[type=url],:not([type]))"
                    + ":not([tabindex='-1'], [name^=title-]),"
                    + " main form[method=post] textarea";

    /** Everything else is filled in as somebody would, and what the browser itself would refuse gets through. */
    private static final String FILL = """
            field => {
                const form = field.form;
                form.noValidate = true;
                for (const one of form.elements) {
                    one.removeAttribute('maxlength');
                    one.removeAttribute('pattern');
                    if (one.type === 'radio') one.checked = true;
                    if (one.type === 'checkbox') one.checked = true;
                    if (one.tagName === 'SELECT' && one.options.length > 1) one.selectedIndex = 1;
                    if (one.type === 'text' && one.tabIndex >= 0) one.value = 'Vārdi';
                    if (one.type === 'email') one.value = 'gars@links.example';
                    if (one.type === 'textarea') one.value = 'Vārdi.';
                }
                field.value = (field.type === 'email' ? 'g@' : '') + 'ā'.repeat(%d);
            }""".formatted(LENGTH);

    /** What sends everything, where there are several buttons. */
    private static final String SEND =
            "field => field.form.requestSubmit(field.form.querySelector('button[name=all]') ?? undefined)";

    @Value("${varu.public-url}")
    String base;

    @Autowired
    OpenForms forms;

    @Test
    void refusesFarTooMuchBesideItsField() {
        List<String> wrong = new ArrayList<>();
        forms.whileABoxWaits(() -> {
            try (var visitor = Visitor.atDesk(base)) {
                forms.places().forEach(place -> wrong.addAll(wrong(visitor, place)));
            }
        });
        assertThat(wrong).isEmpty();
    }

    private List<String> wrong(Visitor visitor, Place place) {
        int fields = fields(visitor, place).count();
        if (fields == 0) {
            return List.of(place + " has no field");
        }
        return IntStream.range(0, fields)
                .mapToObj(number -> send(visitor, place, number))
                .filter(said -> !said.isEmpty())
                .map(said -> place.pattern() + " " + said)
                .toList();
    }

    private Locator fields(Visitor visitor, Place place) {
        visitor.open(forms.address(place));
        return visitor.page().locator(TEXT_FIELDS);
    }

    private String send(Visitor visitor, Place place, int number) {
        Locator field = fields(visitor, place).nth(number);
        String name = String.valueOf(field.getAttribute("name"));
        field.evaluate(FILL);
        Page page = visitor.page();
        Response answer = page.waitForNavigation(() -> field.evaluate(SEND));
        if (answer.status() >= 500 || answer.request().redirectedFrom() != null) {
            return name + " " + answer.status() + " " + page.url();
        }
        Locator again = page.locator("[name=\"" + name + "\"]").first();
        if (again.count() == 0 || again.inputValue().length() < LENGTH) {
            return name + " " + answer.status() + " is not as it was typed";
        }
        boolean said = "true".equals(again.getAttribute("aria-invalid"))
                && page.locator(".invalid .error:visible").count() > 0;
        return said ? "" : name + " does not say what is wrong";
    }
}
