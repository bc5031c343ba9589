package cn.onenetwork.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.onenetwork.explorer.Chromium;
import cn.onenetwork.explorer.DevService;
import cn.onenetwork.testing.OtherProcess;
import cn.onenetwork.testing.Tokens;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.restassured.RestAssured;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client of the web pages in a real browser, a network that breaks, and a service that is killed.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BrowserUploadTest {

    private static final int SIZE = 20_000_000;
    private static final Path CLIENT = Path.of("target", "tus");
    private static final String UPLOAD = """
            ({endpoint, token, size}) => {
              const bytes = new Uint8Array(size);
              for (let i = 0; i < size; i++) bytes[i] = (i * 31 + (i >> 8) * 7 + (i >> 16)) & 255;
              window.outcome = 'running';
              new tus.Upload(new Blob([bytes]), {
                endpoint,
                headers: {Authorization: 'Bearer ' + token},
                retryDelays: Array(200).fill(1000),
                onError: error => window.outcome = String(error),
                onSuccess: () => window.outcome = 'done'
              }).start();
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void a_file_arrives_unharmed_over_a_broken_connection_and_a_killed_service() throws Exception {
        Path chromium = Chromium.require();
        installClient();
        DevService service = start("1");
        RestAssured.port = service.address().getPort();
        Ticket ticket = Ticket.of(SIZE);
        try (Gateway gateway = new Gateway(RestAssured.port);
                Chromium browser = Chromium.launch(chromium);
                BrowserContext visitor = browser.visitor()) {
            gateway.breakAfter(SIZE * 3L / 10);
            Page page = open(visitor, gateway.port());
            page.evaluate(UPLOAD, Map.of("endpoint", ticket.path(), "token", Tokens.of(ticket.persona), "size", SIZE));
            await("the break at 30 %").until(() -> ticket.offset() > SIZE * 2L / 10);
            gateway.stallAfter(SIZE * 4L / 10);
            gateway.awaitStall();
            service.kill();
            service = start("2");
            RestAssured.port = service.address().getPort();
            gateway.leadTo(RestAssured.port);

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !page.evaluate("window.outcome").equals("running"));
            assertThat(page.evaluate("window.outcome")).isEqualTo("done");
        } finally {
            service.close();
        }
        assertThat(ticket.state()).isNotEqualTo("UPLOADING");
        Path kept =
                folder.resolve("documents").resolve(ticket.key.substring(0, 2)).resolve(ticket.key);
        assertThat(Ticket.sha256(Files.readAllBytes(kept))).isEqualTo(Ticket.sha256(file()));
    }

    /// Its database and its provider are those of the tests, so that they survive it.
    private DevService start(String run) {
        Map<String, String> settings = OtherProcess.settings(folder.resolve("documents"));
        return DevService.start(folder.resolve("service"), Path.of("target", "upload-dev-" + run + ".log"), settings);
    }

    private static byte[] file() {
        byte[] bytes = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 8) * 7 + (i >> 16));
        }
        return bytes;
    }

    private static Page open(BrowserContext visitor, int port) {
        Page page = visitor.newPage();
        String address = "http://localhost:" + port + "/upload.html";
        page.route(
                address,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<!doctype html><title>upload</title>")));
        assertThat(Objects.requireNonNull(page.navigate(address)).ok()).isTrue();
        page.addScriptTag(
                new Page.AddScriptTagOptions().setPath(CLIENT.resolve("node_modules/tus-js-client/dist/tus.min.js")));
        return page;
    }

    private static void installClient() throws Exception {
        boolean mayBeSkipped = System.getenv("CI") == null;
        assumeTrue(npmIsThere() || !mayBeSkipped, "skipped: the client of the browser comes by npm");
        Files.createDirectories(CLIENT);
        for (String file : List.of("package.json", "package-lock.json")) {
            Files.copy(Path.of("src/test/tus", file), CLIENT.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Process npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
                .directory(CLIENT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(CLIENT.resolve("npm.out").toFile())
                .start();
        boolean ended = npm.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            npm.destroyForcibly();
        }
        assertThat(ended && npm.exitValue() == 0).as("npm ci succeeds").isTrue();
    }

    private static boolean npmIsThere() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "npm")));
    }
}
