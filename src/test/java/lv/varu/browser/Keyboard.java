package lv.varu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Somebody without a mouse: moves on with Tab, and sees where they are. */
class Keyboard {
    private static final int MOST_STEPS = 60;
    private static final String SEEN = "() => { const style = getComputedStyle(document.activeElement);"
            + " return style.outlineStyle !== 'none' || style.boxShadow !== 'none'; }";

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

    private boolean isAt(String selector) {
        return (boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }
}
