package lv.varu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody with a browser of their own: nobody else's cookies, and everything is found by what it says. */
class Visitor implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int WIDE = 1280;
    private static final int NARROW = 390;
    private static final int HEIGHT = 900;

    private final String base;
    private final BrowserContext context;
    private final Page page;

    private Visitor(String base, Browser.NewContextOptions options) {
        this.base = base;
        this.context = Chromium.browser().newContext(options.setLocale("lv-LV").setTimezoneId("Europe/Riga"));
        context.setDefaultTimeout(20_000);
        this.page = context.newPage();
    }

    static Visitor atDesk(String base) {
        return new Visitor(base, new Browser.NewContextOptions().setViewportSize(WIDE, HEIGHT));
    }

    static Visitor onPhone(String base) {
        return new Visitor(
                base,
                new Browser.NewContextOptions()
                        .setViewportSize(NARROW, 844)
                        .setHasTouch(true)
                        .setIsMobile(true));
    }

    static Visitor withoutJavaScript(String base) {
        return new Visitor(
                base,
                new Browser.NewContextOptions().setViewportSize(WIDE, HEIGHT).setJavaScriptEnabled(false));
    }

    Page page() {
        return page;
    }

    /** A path, or a whole address out of a letter. */
    Response open(String address) {
        return page.navigate(address.startsWith("http") ? address : base + address);
    }

    void signIn(String email) {
        signIn(email, Cast.PASSWORD);
    }

    void signIn(String email, String password) {
        open("/ieiet");
        fill("E-pasts", email);
        fill("Parole", password);
        press("Ieiet");
        page.waitForURL(Pattern.compile(".*/darbs.*"));
    }

    /** From the list of everything that the team has to do; the newest of several. */
    void openTask(String name, String about) {
        open("/darbs/uzdevumi?skats=komanda");
        var row = page.locator("li.row").filter(new Locator.FilterOptions().setHasText(about));
        var address = row.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .getAttribute("href");
        open(address.contains("?") ? "/darbs/uzdevumi/" + address.replaceAll(".*uzdevums=([^&]+).*", "$1") : address);
        sees(name);
    }

    /** The main heading of the page. */
    void sees(String heading) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(heading);
    }

    void reads(String text) {
        assertThat(page.getByText(text).filter(visible()).first()).isVisible();
    }

    void doesNotRead(String text) {
        assertThat(page.getByText(text).filter(visible())).hasCount(0);
    }

    private static Locator.FilterOptions visible() {
        return new Locator.FilterOptions().setVisible(true);
    }

    /** The field with this label; what is optional says so behind it. */
    Locator field(String label) {
        return page.getByLabel(Pattern.compile("^" + literally(label) + "( \\((nav obligāti|optional)\\))?$"))
                .filter(visible())
                .first();
    }

    /** The browser's own kind of expressions knows no quoting. */
    private static String literally(String text) {
        return text.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0");
    }

    void fill(String label, String value) {
        field(label).fill(value);
    }

    void choose(String label, String option) {
        field(label).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
    }

    void tick(String label) {
        box(label).check();
    }

    void untick(String label) {
        box(label).uncheck();
    }

    private Locator box(String label) {
        return page.getByLabel(label).first();
    }

    Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    void press(String name) {
        button(name).click();
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    /** Addresses within the program that begin with this, and what their links say. */
    Map<String, String> links(String beginning) {
        @SuppressWarnings("unchecked")
        var found = (List<List<String>>) page.locator("a[href^='" + beginning + "/']")
                .evaluateAll("all => all.map(link => [link.getAttribute('href'), link.textContent.trim()])");
        Map<String, String> links = new LinkedHashMap<>();
        found.forEach(link -> links.putIfAbsent(link.get(0).replaceAll("#.*", ""), link.get(1)));
        return links;
    }

    boolean fitsOnPhone() {
        page.setViewportSize(NARROW, 844);
        boolean fits = (boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth");
        page.setViewportSize(WIDE, HEIGHT);
        return fits;
    }

    /** Keeps how the page looks at a desk and on a phone, and lets axe read it. */
    void look(String name) {
        var before = page.viewportSize();
        // A menu that stays in place would otherwise hang in the middle of the picture.
        page.evaluate("scrollTo(0, 0)");
        page.setViewportSize(NARROW, 844);
        shoot(name + "-390");
        page.setViewportSize(WIDE, HEIGHT);
        shoot(name + "-1280");
        Accessibility.check(name, page);
        page.setViewportSize(before.width, before.height);
    }

    /** Lets axe read the page; only where it finds something is a picture worth its second. */
    void inspect(String name) {
        if (!Accessibility.check(name, page)) {
            shoot(name + "-" + WIDE);
        }
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
