package cn.onenetwork.documents.storage;

import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/// A real object storage over the wire: s3mock in a process of its own, on a port that the system gives.
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "documents";

    private static final Path JAR = Path.of("target", "servers", "s3mock-exec.jar");

    private final Process process;
    private final int port;

    private S3Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts it and waits until its bucket is there.
    ///
    public static S3Server start() throws IOException {
        int port = freePort();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        JAR.toString(),
                        "--com.adobe.testing.s3mock.httpPort=" + port,
                        "--server.port=0")
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "s3mock.log").toFile())
                .start();
        S3Server server = new S3Server(process, port);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        try (S3AsyncClient client = S3Clients.of(server.settings(Duration.ofSeconds(5)))) {
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> made(client));
        }
        return server;
    }

    private static boolean made(S3AsyncClient client) {
        try {
            return client.createBucket(make -> make.bucket(BUCKET))
                    .get(20, TimeUnit.SECONDS)
                    .sdkHttpResponse()
                    .isSuccessful();
        } catch (Exception notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    int port() {
        return port;
    }

    StorageConfig.S3 settings(Duration timeout) {
        return settings(address(), timeout);
    }

    static StorageConfig.S3 settings(URI address, Duration timeout) {
        return new Settings(Optional.of(address), timeout);
    }

    /// Whether it still takes connections.
    boolean answers() {
        try (Socket socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException away) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        boolean ended =
                process.onExit().completeOnTimeout(null, 20, TimeUnit.SECONDS).join() != null;
        if (!ended) {
            process.destroyForcibly();
        }
    }

    private record Settings(Optional<URI> endpoint, Duration timeout) implements StorageConfig.S3 {

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public Optional<String> bucket() {
            return Optional.of(BUCKET);
        }

        @Override
        public Optional<String> accessKey() {
            return Optional.of("access");
        }

        @Override
        public Optional<String> secretKey() {
            return Optional.of("secret");
        }

        @Override
        public boolean pathStyle() {
            return true;
        }

        @Override
        public Duration attemptTimeout() {
            return timeout;
        }

        @Override
        public MemorySize partSize() {
            return new MemorySize(BigInteger.valueOf(8L * 1024 * 1024));
        }

        @Override
        public int connections() {
            return 64;
        }
    }
}
