package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.Service;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The service is killed in the middle of its work, and another one started in its place.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KilledServiceTest {

    private static final int CLIENTS = 8;
    private static final int SUBMISSIONS = Faults.many(1_000, 5_000);
    private static final int KILLS = Faults.many(1, 10);

    @TempDir
    static Path folder;

    private static DurableDatabase database;

    private volatile Service service;

    @BeforeAll
    static void pack() {
        Service.pack(folder.resolve("build.log"));
        database = DurableDatabase.started();
    }

    @Test
    void every_submission_that_was_acknowledged_exists_exactly_once_and_every_journal_is_whole() throws Exception {
        service = Faults.serve(folder.resolve("service-0.log"), database, Map.of());
        try (Submissions submissions = Submissions.begin(Faults.phones(CLIENTS, () -> service.port()), SUBMISSIONS)) {
            Map<Integer, Submissions.Filed> before = new HashMap<>();
            for (int kill = 1; kill <= KILLS; kill++) {
                submissions.await(SUBMISSIONS * kill / (KILLS + 1));
                service.kill();
                before.putAll(submissions.soFar());
                assertThat(before).as("killed in the middle").hasSizeLessThan(SUBMISSIONS);
                service = Faults.serve(folder.resolve("service-" + kill + ".log"), database, Map.of());
            }
            Map<Integer, Submissions.Filed> all = submissions.all();

            assertThat(all).hasSize(SUBMISSIONS).containsAllEntriesOf(before);
            new Books(database).hold(all, submissions.run());
            new Books(database)
                    .journalsAreWhole(
                            new Phone("auditor", () -> service.port()),
                            all.values().stream().map(Submissions.Filed::caseNo).collect(Collectors.toSet()));
        } finally {
            service.close();
        }
    }
}
