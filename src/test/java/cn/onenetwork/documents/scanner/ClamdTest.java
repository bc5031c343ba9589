package cn.onenetwork.documents.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.onenetwork.documents.inspection.PaperFixture;
import cn.onenetwork.documents.scanner.MalwareScanner.ScannerUnavailable;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClamdTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static RunningClamd running;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        running = RunningClamd.start();
    }

    @AfterAll
    static void stop() throws IOException {
        running.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void harmless_papers_are_clean() throws IOException {
        assertThat(scan(PaperFixture.pdf(3))).isEmpty();
        assertThat(scan(new byte[500_000])).isEmpty();
        assertThat(scan(new byte[0])).isEmpty();
    }

    @Test
    void malware_is_found_alone_appended_and_packed() throws IOException {
        assertThat(scan(RunningClamd.EICAR)).isPresent();
        assertThat(scan(PaperFixture.join(PaperFixture.jpeg(), RunningClamd.OURS)))
                .isPresent();
        assertThat(scan(PaperFixture.join(new byte[300_000], RunningClamd.OURS)))
                .hasValueSatisfying(name -> assertThat(name).startsWith("Test.Ours"));
        assertThat(scan(PaperFixture.zip(Map.of("a/b.txt", RunningClamd.EICAR))))
                .isPresent();
    }

    @Test
    void what_is_larger_than_clamd_takes_gets_no_verdict() {
        assertThatThrownBy(() -> scan(new byte[1_100_000])).isInstanceOf(ScannerUnavailable.class);
    }

    @Test
    void it_can_be_asked_whether_it_is_there() {
        clamd(running.address()).probe().await().atMost(Duration.ofSeconds(10));
    }

    @Test
    void a_clamd_that_is_away_gives_no_verdict() {
        Clamd away = clamd("unix:" + folder.resolve("nobody.sock"));

        assertThatThrownBy(() -> away.scan(file(new byte[1]))).isInstanceOf(ScannerUnavailable.class);
        assertThatThrownBy(() -> away.probe().await().atMost(Duration.ofSeconds(10)))
                .isInstanceOf(ScannerUnavailable.class);
        assertThatThrownBy(() -> clamd("no.such.host.invalid:3310").scan(file(new byte[1])))
                .isInstanceOf(ScannerUnavailable.class);
    }

    @Test
    void one_that_never_answers_gives_no_verdict_in_time() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Clamd clamd = clamd("localhost:" + silent.getLocalPort());

            assertThatThrownBy(() -> clamd.scan(file(new byte[1]))).isInstanceOf(ScannerUnavailable.class);
        }
    }

    @Test
    void only_ok_is_ok() throws IOException {
        for (String answer :
                new String[] {"", "\0", "stream: ", "OK", "stream: OKAY", "stream: x FOUND ERROR", "UNKNOWN COMMAND"}) {
            assertThatThrownBy(() -> answered(answer + "\0")).as(answer).isInstanceOf(ScannerUnavailable.class);
        }
        assertThat(answered("stream: OK\0")).isEmpty();
        assertThat(answered("stream: A.B FOUND\0")).contains("A.B");
    }

    @Test
    void an_address_is_a_host_and_a_port_or_a_socket() {
        assertThat(new ClamdAddress("127.0.0.1:3310").resolved()).hasToString("/127.0.0.1:3310");
        assertThat(new ClamdAddress("[::1]:3310").resolved().toString()).contains("3310");
        assertThat(new ClamdAddress("unix:/run/clamd.sock").resolved()).hasToString("/run/clamd.sock");
        for (String wrong : new String[] {"", "localhost", "unix:relative", "http://localhost:1", "a b:1", ":3310"}) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> new ClamdAddress(wrong));
        }
    }

    private Optional<String> scan(byte[] content) throws IOException {
        return clamd(running.address()).scan(file(content));
    }

    /// What is made of an answer over TCP, given after everything was read.
    private Optional<String> answered(String answer) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(server, answer));
            return clamd("localhost:" + server.getLocalPort()).scan(file(new byte[] {1}));
        }
    }

    private static void answer(ServerSocket server, String answer) {
        try (Socket socket = server.accept()) {
            // zINSTREAM and its zero, one byte with its length, and the length that ends it.
            socket.getInputStream().readNBytes(10 + 5 + 4);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "some", ".file"), content);
    }

    private static Clamd clamd(String address) {
        return new Clamd(
                new ScannerConfig() {
                    @Override
                    public Kind scanner() {
                        return Kind.CLAMD;
                    }

                    @Override
                    public Clamd clamd() {
                        return settings(address);
                    }
                },
                VERTX);
    }

    private static ScannerConfig.Clamd settings(String address) {
        return new ScannerConfig.Clamd() {
            @Override
            public Optional<String> address() {
                return Optional.of(address);
            }

            @Override
            public Duration connectTimeout() {
                return Duration.ofSeconds(2);
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(3);
            }
        };
    }
}
