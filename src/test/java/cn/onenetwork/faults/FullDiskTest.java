package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import cn.onenetwork.testing.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// A disk is full, that of the uploads or that of the database, and later there is room again.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FullDiskTest {

    private static final int CLIENTS = 8;
    private static final int SUBMISSIONS = Faults.many(150, 2_000);
    private static final int TIMES = Faults.many(1, 5);
    private static final int UPLOADS = Faults.many(6, 12);
    private static final int FILE_SIZE = 4_000_000;

    @TempDir
    static Path folder;

    @BeforeAll
    static void pack() {
        Service.pack(folder.resolve("build.log"));
    }

    @Test
    void uploads_are_told_that_there_is_no_room_and_go_on_where_they_were_when_there_is(TestReporter reporter)
            throws Exception {
        DurableDatabase database = DurableDatabase.started();
        Path documents = folder.resolve("documents");
        try (Room room = Room.of(documents);
                Service service = Service.start(
                        folder.resolve("uploads.log"), Faults.settings(database, Map.of()), room.launcher())) {
            reporter.publishEntry("full disk", room.toString());
            Phone phone = new Phone("enterprise-legal", service::port);
            List<Upload> uploads = new ArrayList<>();
            for (int i = 0; i < UPLOADS; i++) {
                uploads.add(Upload.announce(phone, FILE_SIZE));
            }
            room.becomesScarce(service, FILE_SIZE * 5L / 2);

            List<Integer> answers = sendAll(uploads);
            assertThat(answers).as("%s", room).contains(room.status()).isSubsetOf(0, 204, room.status());
            for (Upload upload : uploads) {
                assertThat(upload.offset()).isBetween(0, upload.file.length);
                if (upload.offset() == upload.file.length) {
                    arrived(upload, database, room, documents);
                }
            }
            casesGoOn(service, database);

            room.isBack(service);
            for (Upload upload : uploads) {
                int kept = upload.offset();
                upload.goOn();
                assertThat(kept).isLessThanOrEqualTo(upload.file.length);
                arrived(upload, database, room, documents);
            }
        }
    }

    /// Each of them once; the statuses, 0 where the connection broke before there was any.
    private static List<Integer> sendAll(List<Upload> uploads) throws Exception {
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> senders = uploads.stream()
                    .map(upload -> threads.submit(() -> {
                        try {
                            return upload.sendRest();
                        } catch (IOException broken) {
                            return 0;
                        }
                    }))
                    .toList();
            for (Future<Integer> sender : senders) {
                answers.add(sender.get());
            }
        }
        return answers;
    }

    private static void arrived(Upload upload, DurableDatabase database, Room room, Path documents) throws IOException {
        String key = database.query("select storage_key from document where id = '" + upload.id + "'");
        Path file = room.seen(documents.resolve(key.substring(0, 2)).resolve(key));
        assertThat(Files.readAllBytes(file)).isEqualTo(upload.file);
    }

    private static void casesGoOn(Service service, DurableDatabase database) {
        try (Submissions submissions = Submissions.begin(Faults.phones(2, service::port), 10, Phone::operation)) {
            new Books(database).hold(submissions.all(), submissions.run());
        }
    }

    @Test
    void a_database_without_room_is_told_as_unavailable_and_nothing_acknowledged_is_lost(TestReporter reporter)
            throws Exception {
        Path log = folder.resolve("disk.log");
        assumeThat(SmallDisk.isPossible(log))
                .as("skipped: no file system can be mounted here")
                .isTrue();
        try (SmallDisk disk = SmallDisk.mount(log, folder.resolve("database"), 400);
                DurableDatabase database = DurableDatabase.on(disk);
                Service service = Faults.serve(
                        folder.resolve("database-service.log"),
                        database,
                        Map.of("one-network.edge.deadline", Faults.DEADLINE))) {
            List<Phone.Told> told = new CopyOnWriteArrayList<>();
            Phone phone = new Phone("enterprise-legal", service::port);
            try (Watcher watcher = Watcher.watch(phone, Books.cursorNow(phone));
                    Submissions submissions = Submissions.begin(
                            Faults.phones(CLIENTS, service::port),
                            SUBMISSIONS,
                            (one, name, variables) -> one.persist(name, variables, told::add))) {
                for (int time = 1; time <= TIMES; time++) {
                    submissions.await(SUBMISSIONS * time / (TIMES + 1));
                    disk.leave(0);
                    long before = refused(told);
                    submissions.await(() -> refused(told) >= before + 3 * CLIENTS);
                    reporter.publishEntry("PostgreSQL on a full disk", database.isAlive() ? "stayed" : "gave up");
                    disk.relieve();
                    database.startUnlessAlive();
                }
                Map<Integer, Submissions.Filed> all = submissions.all();

                assertThat(told).extracting(Phone.Told::code).containsOnly("", "UNAVAILABLE");
                new Books(database).hold(all, submissions.run());
                new Books(database).journalsAreWhole(new Phone("auditor", service::port), Books.numbers(all));
                Books.nothingWasMissed(watcher, all.values());
                Faults.everybodyIsAnswered(service::port);
            }
        }
    }

    private static long refused(List<Phone.Told> told) {
        return told.stream().filter(one -> !one.code().isEmpty()).count();
    }
}
