package cn.onenetwork.identity;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// A real OpenID provider, Keycloak, as a process of its own with two realms: people and staff.
///
/// The build fetches its distribution like any artifact. One for each JVM; its database is in memory.
final class Keycloak {

    private static final Path SERVERS = Path.of("target", "servers");
    private static final Path HOME = SERVERS.resolve("keycloak");
    private static final Path REALMS = Path.of("src", "test", "resources", "keycloak");
    private static final String PORT = "one-network.test.keycloak.port";
    private static final Duration TIME_TO_START = Duration.ofMinutes(4);

    /// Of a server that lives for one test.
    static final String ADMIN = "admin-of-a-test";

    private Keycloak() {}

    /// Its address: started now, or found running.
    static synchronized String url() {
        if (System.getProperty(PORT) == null) {
            try {
                System.setProperty(PORT, Integer.toString(start()));
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }
        return "http://127.0.0.1:" + System.getProperty(PORT);
    }

    private static int start() throws IOException {
        unpack();
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        "bash",
                        HOME.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port))
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "keycloak.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx384m",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        ADMIN));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.descendants().forEach(child -> {
                boolean _ = child.destroyForcibly();
            });
            process.destroyForcibly();
        }));
        await().atMost(TIME_TO_START).pollInterval(Duration.ofMillis(500)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("Keycloak ended, see target/keycloak.log");
            }
            return answers(port);
        });
        return port;
    }

    private static boolean answers(int port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                                                    + "/realms/staff/.well-known/openid-configuration"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static void unpack() throws IOException {
        Path whole = HOME.resolve("unpacked");
        if (!Files.exists(whole)) {
            try (InputStream file = Files.newInputStream(SERVERS.resolve("keycloak.zip"));
                    ZipInputStream zip = new ZipInputStream(file)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    unpack(entry, zip);
                }
            }
            Files.createFile(whole);
        }
        Path realms = Files.createDirectories(HOME.resolve("data/import"));
        for (String realm : List.of("guizhou.json", "staff.json")) {
            Files.write(realms.resolve(realm), Files.readAllBytes(REALMS.resolve(realm)));
        }
    }

    /// Without the folder that everything in the archive lies in.
    private static void unpack(ZipEntry entry, ZipInputStream zip) throws IOException {
        Path name = Path.of(entry.getName());
        if (name.getNameCount() < 2) {
            return;
        }
        Path target = HOME.resolve(name.subpath(1, name.getNameCount())).normalize();
        if (!target.startsWith(HOME)) {
            throw new IOException("an archive that leaves its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else {
            Files.createDirectories(target.getParent());
            Files.write(target, zip.readAllBytes());
        }
    }
}
