package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.testing.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

/// The service is killed in the middle of its work, and another one started in its place.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KilledServiceTest {

    private static final int CLIENTS = 8;
    private static final int SUBMISSIONS = Faults.many(1_000, 5_000);
    private static final int KILLS = Faults.many(1, 10);
    private static final int UPLOADS = Faults.many(8, 24);
    private static final int FILE_SIZE = 3_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
            new Books(database).journalsAreWhole(new Phone("auditor", () -> service.port()), Books.numbers(all));
        } finally {
            service.close();
        }
    }

    @Test
    void every_upload_that_it_broke_can_be_gone_on_with_where_it_was_and_arrives_whole() throws Exception {
        service = Faults.serve(folder.resolve("uploads-before.log"), database, Map.of());
        Phone phone = new Phone("enterprise-legal", () -> service.port());
        List<Upload> uploads = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            uploads.add(Upload.announce(phone, FILE_SIZE));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> senders = new ArrayList<>();
            for (Upload upload : uploads) {
                senders.add(threads.submit(() -> broken(upload)));
            }
            await().atMost(PATIENCE).until(() -> uploads.stream().allMatch(upload -> received(upload) > 0));
            service.kill();
            for (Future<?> sender : senders) {
                assertThat(sender.get()).as("it broke in the middle").isEqualTo(true);
            }
            Map<String, Integer> counted = new HashMap<>();
            uploads.forEach(upload -> counted.put(upload.id, received(upload)));

            service = Faults.serve(folder.resolve("uploads-after.log"), database, Map.of());
            for (Upload upload : uploads) {
                assertThat(upload.offset()).isEqualTo(counted.get(upload.id)).isLessThan(upload.file.length);
                upload.goOn();
                assertThat(Files.readAllBytes(stored(upload))).isEqualTo(upload.file);
            }
        } finally {
            service.close();
        }
    }

    /// Whether the connection broke before everything was sent.
    private static boolean broken(Upload upload) throws InterruptedException {
        try {
            upload.trickle(Duration.ofMillis(50));
            return false;
        } catch (IOException broke) {
            return true;
        }
    }

    private static int received(Upload upload) {
        return database.count("select coalesce(max(received), 0) from upload where document_id = '" + upload.id + "'");
    }

    private static Path stored(Upload upload) {
        String key = database.query("select storage_key from document where id = '" + upload.id + "'");
        return folder.resolve("documents").resolve(key.substring(0, 2)).resolve(key);
    }
}
