package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// What the fault tests have in common.
final class Faults {

    /// A near deadline of a request, as the service is told it.
    static final String DEADLINE = "4S";

    /// With what a machine that is busy with other things may add; without a deadline it would take for ever.
    static final Duration DEADLINE_AND_SLACK = Duration.ofSeconds(24);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /// More than the pool has connections.
    private static final int BURST = 30;

    private Faults() {}

    /// Whether there is time: `-Dfaults`.
    static boolean atLength() {
        return System.getProperty("faults") != null;
    }

    /// @param brief what every build has time for
    /// @param lengthy what there is time for with `-Dfaults`
    static int many(int brief, int lengthy) {
        return atLength() ? lengthy : brief;
    }

    /// A service on the durable database, with nothing in its way but the fault.
    static Service serve(Path log, Tables database, Map<String, String> more) {
        return Service.start(log, settings(database, more));
    }

    static Map<String, String> settings(Tables database, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(database.settings());
        // The phones are one person at one address.
        settings.put("one-network.edge.rate.per-person", "1000000000");
        settings.put("one-network.edge.rate.per-address", "1000000000");
        settings.putAll(more);
        return settings;
    }

    static List<Phone> phones(int count, IntSupplier port) {
        return Stream.generate(() -> new Phone("enterprise-legal", port))
                .limit(count)
                .toList();
    }

    /// A whole burst is answered, in the end: no connection of the pool was lost. No answer in between is empty without
    /// saying why.
    static void everybodyIsAnswered(IntSupplier port) {
        List<Phone> burst = phones(BURST, port);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Awaitility.await().atMost(PATIENCE).until(() -> {
                List<Future<JsonNode>> answers = burst.stream()
                        .map(phone -> threads.submit(
                                () -> phone.ask("{ myCases(first: 1) { nodes { id } } viewer { kind } }", Map.of())))
                        .toList();
                boolean all = true;
                for (Future<JsonNode> answer : answers) {
                    boolean refused = Phone.code(answer.get()).equals("UNAVAILABLE");
                    assertThat(refused || answer.get().at("/data/myCases/nodes").isArray())
                            .as("%s", answer.get())
                            .isTrue();
                    all &= !refused;
                }
                return all;
            });
        }
    }
}
