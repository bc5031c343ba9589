package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.testing.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// PostgreSQL is killed in the middle of traffic and started again; nobody touches the service.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KilledDatabaseTest {

    private static final int CLIENTS = 8;
    private static final int SUBMISSIONS = Faults.many(300, 3_000);
    private static final int KILLS = Faults.many(1, 10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static DurableDatabase database;

    @BeforeAll
    static void pack() {
        Service.pack(folder.resolve("build.log"));
        database = DurableDatabase.started();
    }

    @Test
    void everybody_is_told_to_come_later_and_then_nothing_is_lost_neither_a_case_nor_an_event() throws Exception {
        List<Phone.Told> told = new CopyOnWriteArrayList<>();
        try (Service service = Faults.serve(
                folder.resolve("service.log"), database, Map.of("one-network.edge.deadline", Faults.DEADLINE))) {
            Phone phone = new Phone("enterprise-legal", service::port);
            try (Watcher watcher = Watcher.watch(phone, Books.cursorNow(phone));
                    Submissions submissions = Submissions.begin(
                            Faults.phones(CLIENTS, service::port),
                            SUBMISSIONS,
                            (one, name, variables) -> one.persist(name, variables, told::add))) {
                for (int kill = 1; kill <= KILLS; kill++) {
                    submissions.await(SUBMISSIONS * kill / (KILLS + 1));
                    Runnable restart = database.kill();
                    long before = refused(told);
                    await().atMost(PATIENCE).until(() -> refused(told) >= before + CLIENTS);
                    restart.run();
                }
                Map<Integer, Submissions.Filed> all = submissions.all();

                assertThat(all).hasSize(SUBMISSIONS);
                assertThat(told).extracting(Phone.Told::code).containsOnly("", "UNAVAILABLE");
                assertThat(told).allSatisfy(one -> assertThat(one.took()).isLessThan(Faults.DEADLINE_AND_SLACK));
                new Books(database).hold(all, submissions.run());
                new Books(database).journalsAreWhole(new Phone("auditor", service::port), Books.numbers(all));
                Books.nothingWasMissed(watcher, all.values());
                assertThat(watcher.closedWith()).as("its socket was left alone").isEmpty();
                Faults.everybodyIsAnswered(service::port);
            }
        }
    }

    private static long refused(List<Phone.Told> told) {
        return told.stream().filter(one -> !one.code().isEmpty()).count();
    }
}
