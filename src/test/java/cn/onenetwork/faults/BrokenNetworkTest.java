package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.testing.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The network between the service and its database is bad; both of them are well.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BrokenNetworkTest {

    private static final int CLIENTS = 8;
    private static final int SUBMISSIONS = Faults.many(100, 1_000);
    private static final int RESETS = Faults.many(3, 30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static DurableDatabase database;
    private static Line line;
    private static Service service;

    private final List<Phone.Told> told = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void serveOverALine() {
        Service.pack(folder.resolve("build.log"));
        database = DurableDatabase.started();
        line = Line.to(database::port);
        String address = database.settings().get("quarkus.datasource.reactive.url");
        service = Faults.serve(
                folder.resolve("service.log"),
                database,
                Map.of(
                        "one-network.edge.deadline",
                        Faults.DEADLINE,
                        "quarkus.datasource.reactive.url",
                        address.replace(":" + database.port() + "/", ":" + line.port() + "/")));
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        line.close();
    }

    @AfterEach
    void mend() throws Exception {
        line.mend();
        Faults.everybodyIsAnswered(service::port);
    }

    private Submissions submissions() {
        return Submissions.begin(
                Faults.phones(CLIENTS, service::port),
                SUBMISSIONS,
                (one, name, variables) -> one.persist(name, variables, told::add));
    }

    private void isWell(Submissions submissions, Watcher watcher) throws Exception {
        Map<Integer, Submissions.Filed> all = submissions.all();
        assertThat(told).extracting(Phone.Told::code).containsAnyOf("").isSubsetOf("", "UNAVAILABLE");
        assertThat(told).allSatisfy(one -> assertThat(one.took()).isLessThan(Faults.DEADLINE_AND_SLACK));
        new Books(database).hold(all, submissions.run());
        new Books(database).journalsAreWhole(new Phone("auditor", service::port), Books.numbers(all));
        Books.nothingWasMissed(watcher, all.values());
        assertThat(watcher.closedWith()).as("its socket was left alone").isEmpty();
    }

    private long refused() {
        return told.stream().filter(one -> !one.code().isEmpty()).count();
    }

    @Test
    void where_it_is_slow_the_service_is_slow_and_nothing_else() throws Exception {
        Phone phone = new Phone("enterprise-legal", service::port);
        try (Watcher watcher = Watcher.watch(phone, Books.cursorNow(phone))) {
            line.slow(Duration.ofMillis(10));
            try (Submissions submissions = submissions()) {
                isWell(submissions, watcher);
            }
        }
        assertThat(refused()).isZero();
    }

    @Test
    void connections_that_are_reset_again_and_again_cost_a_repetition_and_nothing_else() throws Exception {
        Phone phone = new Phone("enterprise-legal", service::port);
        try (Watcher watcher = Watcher.watch(phone, Books.cursorNow(phone));
                Submissions submissions = submissions()) {
            for (int reset = 1; reset <= RESETS; reset++) {
                submissions.await(SUBMISSIONS * reset / (RESETS + 1));
                assertThat(line.reset()).isPositive();
            }
            isWell(submissions, watcher);
        }
    }

    @Test
    void connections_that_fall_silent_for_ever_are_given_up_and_the_pool_is_whole_again() throws Exception {
        Phone phone = new Phone("enterprise-legal", service::port);
        try (Watcher watcher = Watcher.watch(phone, Books.cursorNow(phone));
                Submissions submissions = submissions()) {
            submissions.await(SUBMISSIONS / 2);
            line.fallSilent();
            // Longer than the pool has connections.
            await().atMost(PATIENCE).until(() -> refused() >= 3 * CLIENTS);
            line.mend();
            isWell(submissions, watcher);
        }
    }
}
