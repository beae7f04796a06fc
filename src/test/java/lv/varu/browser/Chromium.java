package lv.varu.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One browser for all tests of a run: an installed one, else the one that Playwright downloads. */
final class Chromium {
    private static final String MISSING =
            "The browser tests need Chromium or Chrome and found none, nor could Playwright"
                    + " download one. Install it (Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask chromium;"
                    + " Windows: winget install Google.Chrome), or name it with the environment variable CHROMIUM.";

    private static final List<String> COMMANDS = List.of(
            "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge");

    private static final List<String> PLACES = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
            "/snap/bin/chromium");

    private Chromium() {}

    static Browser browser() {
        return Running.BROWSER;
    }

    /** Started when first asked for; the process ends it. */
    private static final class Running {
        static final Browser BROWSER = start();
    }

    private static Browser start() {
        Optional<Path> installed = installed();
        try {
            var environment = installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : null;
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright.chromium().launch(options(installed));
        } catch (PlaywrightException e) {
            throw new IllegalStateException(
                    installed.map(path -> "Cannot start " + path).orElse(MISSING), e);
        }
    }

    private static LaunchOptions options(Optional<Path> installed) {
        var options = new LaunchOptions()
                .setArgs(List.of(
                        // Containers and root have no sandbox; the tests open nothing but our own pages.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        installed.ifPresent(options::setExecutablePath);
        return options;
    }

    private static Optional<Path> installed() {
        var named = Optional.ofNullable(System.getenv("CHROMIUM")).stream();
        var onPath = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .flatMap(folder -> COMMANDS.stream().map(command -> folder + File.separator + command));
        return Stream.of(named, onPath, PLACES.stream())
                .flatMap(places -> places)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
