package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.testing.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// Two pods are replaced one after the other, as a rollout does it, under load.
///
/// No phone tries anything twice, but for what the protocol tells it: a socket that was closed with 1012 is opened
/// again, an answer with `Retry-After` is asked for again, and a connection that nobody accepted is made again.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RollingReplacementTest {

    private static final int WRITERS = 4;
    private static final int READERS = 4;
    private static final int FOLLOWERS = 6;
    private static final int ROLLOUTS = Faults.many(1, 6);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static DurableDatabase database;

    private final AtomicInteger started = new AtomicInteger();

    @BeforeAll
    static void pack() {
        Service.pack(folder.resolve("build.log"));
        database = DurableDatabase.started();
    }

    /// As the manifests have it, only that the traffic is led elsewhere sooner, and that a login may take longer, as it
    /// does on a busy machine.
    private Service serve() {
        return Faults.serve(
                folder.resolve("pod-" + started.incrementAndGet() + ".log"),
                database,
                Map.of(
                        "quarkus.shutdown.delay", "3S",
                        "quarkus.shutdown.timeout", "35S",
                        "one-network.edge.socket.init-timeout", "30S"));
    }

    @Test
    void no_request_fails_and_no_event_is_lost_or_comes_twice(TestReporter reporter) throws Exception {
        List<Service> pods = new ArrayList<>();
        List<Watcher> watchers = new ArrayList<>();
        try (Balancer balancer = Balancer.opened()) {
            for (int pod = 0; pod < 2; pod++) {
                pods.add(join(balancer));
            }
            Phone phone = new Phone("enterprise-legal", balancer::port);
            String cursor = Books.cursorNow(phone);
            for (int i = 0; i < FOLLOWERS; i++) {
                watchers.add(Watcher.watch(new Phone("enterprise-legal", balancer::port), cursor));
            }
            Load load = Load.begin(balancer);
            for (int rollout = 0; rollout < ROLLOUTS; rollout++) {
                for (int pod = 0; pod < 2; pod++) {
                    replace(pods, pod, balancer);
                }
            }
            Map<Integer, Submissions.Filed> filed = load.end();

            reporter.publishEntry("submissions", Integer.toString(filed.size()));
            reporter.publishEntry("queries", Integer.toString(load.answers.size()));
            assertThat(load.answers).hasSizeGreaterThan(100).allSatisfy(RollingReplacementTest::isAnswer);
            new Books(database).hold(filed, load.submissions.run());
            new Books(database).journalsAreWhole(new Phone("auditor", balancer::port), Books.numbers(filed));
            for (Watcher watcher : watchers) {
                Books.nothingWasMissed(watcher, filed.values());
                assertThat(watcher.closedWith()).isNotEmpty().containsOnly(1012);
            }
        } finally {
            watchers.forEach(Watcher::close);
            pods.forEach(Service::close);
        }
    }

    private static void isAnswer(JsonNode answer) {
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        assertThat(answer.at("/data/viewer").isObject()).as("%s", answer).isTrue();
    }

    private Service join(Balancer balancer) {
        Service pod = serve();
        balancer.knows(pod);
        await().atMost(PATIENCE).until(() -> balancer.leadsTo(pod));
        return pod;
    }

    /// The new one first, then the old one is told to go, as `maxSurge: 1, maxUnavailable: 0` has it.
    private void replace(List<Service> pods, int which, Balancer balancer) {
        Service old = pods.get(which);
        pods.set(which, join(balancer));
        old.process().tellToEnd();
        assertThat(old.process().awaitEnd()).isTrue();
        balancer.forgets(old);
        old.close();
    }

    /// What goes on meanwhile.
    private static final class Load {

        private final List<JsonNode> answers = new CopyOnWriteArrayList<>();
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final List<Future<?>> readers = new ArrayList<>();
        private final Submissions submissions;
        private volatile boolean over;

        private Load(Balancer balancer) {
            submissions = Submissions.endless(Faults.phones(WRITERS, balancer::port), Phone::asTold);
            for (Phone reader : Faults.phones(READERS, balancer::port)) {
                readers.add(threads.submit(() -> read(reader)));
            }
        }

        static Load begin(Balancer balancer) {
            return new Load(balancer);
        }

        private Void read(Phone reader) throws IOException {
            while (!over) {
                answers.add(reader.asTold("Viewer", Map.of()));
            }
            return null;
        }

        Map<Integer, Submissions.Filed> end() throws Exception {
            over = true;
            for (Future<?> reader : readers) {
                reader.get();
            }
            threads.close();
            return submissions.end();
        }
    }
}
