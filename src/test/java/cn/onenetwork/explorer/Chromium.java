package cn.onenetwork.explorer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/// The Chromium of the machine, without a window. None is ever downloaded.
public final class Chromium implements AutoCloseable {

    private static final String VARIABLE = "ONE_NETWORK_CHROMIUM";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final List<String> MAC = List.of(
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final String ADVICE =
            "The explorer is not tested, because there is no Chromium. Install one (Debian: apt-get install chromium; "
                    + "macOS: brew install --cask chromium), or say where it is with " + VARIABLE + ".";

    private static final double PATIENCE_MILLIS = 60_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Where it is. Without one the test is skipped and says so; a build that has to prove something fails.
    public static Path require() {
        Optional<Path> found = find();
        if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionFailedError(ADVICE);
        }
        return found.orElseThrow(() -> {
            System.err.println(ADVICE);
            return new TestAbortedException(ADVICE);
        });
    }

    public static Chromium launch(Path executable) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setExecutablePath(executable)
                // The root of a container cannot have one.
                .setChromiumSandbox(false)
                .setArgs(ARGUMENTS);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /// Somebody with a fresh profile: no cookie, nothing remembered.
    public BrowserContext visitor() {
        BrowserContext visitor = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale("zh-CN"));
        visitor.setDefaultTimeout(PATIENCE_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return visitor;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> find() {
        return Stream.of(
                        Optional.ofNullable(System.getenv(VARIABLE)).map(Path::of).stream(),
                        Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))),
                        MAC.stream().map(Path::of))
                .flatMap(places -> places)
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
