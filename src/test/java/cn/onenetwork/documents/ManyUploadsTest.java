package cn.onenetwork.documents;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.explorer.DevService;
import cn.onenetwork.testing.OtherProcess;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 200 uploads at once into a service with a heap of 256 MB: 800 MB in all.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ManyUploadsTest {

    private static final int UPLOADS = 200;
    private static final byte[] FILE = Ticket.bytes(4_000_000);

    @TempDir
    private Path folder;

    @Test
    void no_file_is_held_in_memory() throws Exception {
        Map<String, String> settings = OtherProcess.settings(folder.resolve("documents"));
        settings.put("jvm.args", "-Xmx256m -XX:+ExitOnOutOfMemoryError");
        List<Ticket> tickets = new ArrayList<>();
        try (DevService service =
                DevService.start(folder.resolve("service"), Path.of("target", "upload-many.log"), settings)) {
            RestAssured.port = service.address().getPort();
            for (int i = 0; i < UPLOADS; i++) {
                tickets.add(Ticket.of(FILE.length));
            }

            assertThat(upload(tickets)).containsOnly("HTTP/1.1 204 No Content");
        }
        for (Ticket ticket : tickets) {
            Path kept = folder.resolve("documents")
                    .resolve(ticket.key.substring(0, 2))
                    .resolve(ticket.key);
            assertThat(Files.size(kept)).isEqualTo(FILE.length);
        }
    }

    /// All begin before any ends.
    private static List<String> upload(List<Ticket> tickets) throws Exception {
        List<Connection> connections = new ArrayList<>();
        for (Ticket ticket : tickets) {
            Connection connection = Connection.patching(ticket, 0, FILE.length);
            connection.write(FILE, 0, 1000);
            connections.add(connection);
        }
        List<String> answers = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> sent = connections.stream()
                    .map(connection -> senders.submit(() -> rest(connection)))
                    .toList();
            for (Future<String> answer : sent) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static String rest(Connection connection) throws Exception {
        try (connection) {
            connection.write(FILE, 1000, FILE.length - 1000);
            return connection.status();
        }
    }
}
