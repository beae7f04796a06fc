package lv.varu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Somebody without a mouse: moves on with Tab, and sees where they are. */
class Keyboard {
    private static final int MOST_STEPS = 200;
    // A choice, a row or a card shows the focus of what is in it.
    private static final String SHOWS = """
            const shows = at => [at, at.closest('.choice, .row, .card')].some(
                one => one && (getComputedStyle(one).outlineStyle !== 'none' || getComputedStyle(one).boxShadow !== 'none'));
            """;
    private static final String SEEN = "() => { " + SHOWS + " return shows(document.activeElement); }";
    private static final String STOP = "() => { " + SHOWS + """
              const at = document.activeElement;
              if (!at || at === document.body || at.dataset.passed) return '';
              at.dataset.passed = 'true';
              const name = at.tagName + ' ' + (at.id || at.name || at.textContent.trim().slice(0, 40));
              const shown = at.getBoundingClientRect();
              if (!shown.width || !shown.height) throw new Error('focus on what is not shown: ' + name);
              if (!shows(at)) throw new Error('focus is not seen on ' + name);
              return name + ' ' + Math.round(shown.x) + ' ' + Math.round(shown.y + scrollY);
            }""";

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void goTo(String selector) {
        for (int step = 0; step < MOST_STEPS && !isAt(selector); step++) {
            press("Tab");
        }
        assertThat(page.locator(selector).first()).isFocused();
        assertThat((boolean) page.evaluate(SEEN))
                .as("focus is seen on " + selector)
                .isTrue();
    }

    /** By the arrows: letters that the test keyboard lacks would reach the text field that was left before. */
    void choose(String id, String label) {
        goTo("#" + id);
        press("Home");
        for (int step = 0; step < MOST_STEPS && !chosen(id).startsWith(label); step++) {
            press("ArrowDown");
        }
        assertThat(chosen(id)).startsWith(label);
    }

    private String chosen(String id) {
        return (String) page.evaluate("id => document.getElementById(id).selectedOptions[0].text.trim()", id);
    }

    void type(String id, String text) {
        goTo("#" + id);
        page.keyboard().type(text);
    }

    void tick(String id) {
        goTo("#" + id);
        press("Space");
        assertThat(page.locator("#" + id)).isChecked();
    }

    /** Of several, by the arrows. */
    void pick(String name, String value) {
        String wanted = "input[name='" + name + "'][value='" + value + "']";
        goTo("input[name='" + name + "']");
        press("Space");
        for (int step = 0; step < MOST_STEPS && !isAt(wanted); step++) {
            press("ArrowDown");
        }
        assertThat(page.locator(wanted)).isChecked();
    }

    /** What is wrong is read first, and leads to where it is mended. */
    void seesWhatIsWrongAndGoesThere(String id) {
        assertThat(page.locator(".error-summary").first()).isFocused();
        goTo(".error-summary a[href='#" + id + "']");
        press("Enter");
        assertThat(page.locator("#" + id)).isFocused();
    }

    /** From the beginning to the end: every stop is seen, and none holds on to the focus. */
    int walk() {
        String stop = "";
        String before;
        int stops = -1;
        do {
            before = stop;
            press("Tab");
            stop = (String) page.evaluate(STOP);
            stops++;
            assertThat(stop).as("focus moves on").isNotEqualTo(before);
            assertThat(stops).as("the page has an end").isLessThan(MOST_STEPS);
        } while (!stop.isEmpty());
        return stops;
    }

    private boolean isAt(String selector) {
        return (boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }
}
