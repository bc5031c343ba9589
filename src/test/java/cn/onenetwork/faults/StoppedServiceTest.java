package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The service is told to stop, as a rollout does, while it is at work.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoppedServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WAITING = "select count(*) from pg_locks where not granted";

    @TempDir
    static Path folder;

    private static DurableDatabase database;

    @BeforeAll
    static void pack() {
        Service.pack(folder.resolve("build.log"));
        database = DurableDatabase.started();
    }

    @Test
    void a_request_in_flight_is_finished_and_then_the_service_ends() throws Exception {
        try (Service service = Faults.serve(folder.resolve("service.log"), database, Map.of());
                Connection other = database.owner();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Phone phone = new Phone("enterprise-legal", service::port);
            String id = Draft.save(phone);
            hold(other, id);
            Future<JsonNode> answer = threads.submit(() -> phone.operation("DraftSave", change(id)));
            await().atMost(PATIENCE).until(() -> database.count(WAITING) > 0);

            service.process().tellToEnd();
            await().atMost(PATIENCE).until(() -> !isReady(phone));
            assertThat(answer).isNotDone();
            other.commit();

            assertThat(answer.get().at("/data/caseDraftSave/serviceCase/id").asText())
                    .as("%s", answer.get())
                    .isEqualTo(id);
            assertThat(service.process().awaitEnd()).isTrue();
            assertThat(database.count("select version from service_case where id = '" + id + "'"))
                    .isEqualTo(2);
        }
    }

    /// Somebody else holds the case, so that whoever wants to change it waits.
    private static void hold(Connection other, String id) throws Exception {
        other.setAutoCommit(false);
        try (var lock = other.prepareStatement("select 1 from service_case where id = ?::uuid for update")) {
            lock.setString(1, id);
            lock.executeQuery().close();
        }
    }

    private static Map<String, Object> change(String id) {
        return Map.of(
                "input",
                Map.of(
                        "idempotencyKey",
                        Filing.key(),
                        "id",
                        id,
                        "form",
                        Filing.formExample(ItemFixture.LAND_PLANNING)));
    }

    /// As whoever routes the traffic sees it; nobody listening any more is no yes either.
    private static boolean isReady(Phone phone) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(phone.at("/q/health/ready")).build();
            return phone.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException gone) {
            return false;
        }
    }
}
