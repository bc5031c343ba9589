package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.testing.Child;
import cn.onenetwork.testing.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database is lost and restored, by the steps that `docs/operations.md` tells under "Backup and restore".
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BackupTest {

    private static final int CLIENTS = 4;
    private static final int SUBMISSIONS = Faults.many(60, 1_000);
    private static final int MORE = 10;
    private static final String MOMENT = "before the mistake";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /// Numbers of transactions that one file of `pg_xact` is about.
    private static final long FILE_OF_TRANSACTIONS = 0x100000;
    /// So many a cluster has had that has served for years: its 32 bits have gone round once.
    private static final long YEARS_OF_TRANSACTIONS = 1L << 32;

    @TempDir
    static Path folder;

    @BeforeAll
    static void pack() {
        Service.pack(folder.resolve("build.log"));
    }

    private static Service serve(String name, Tables database, Path documents) {
        return Faults.serve(
                folder.resolve(name + ".log"),
                database,
                Map.of("one-network.documents.storage.folder", documents.toString()));
    }

    @Test
    void from_a_base_backup_and_the_log_everything_is_back_up_to_a_chosen_moment() throws Exception {
        Path home = Files.createDirectory(folder.resolve("log"));
        Path archive = Files.createDirectory(home.resolve("archive"));
        Path documents = home.resolve("documents");
        Map<Integer, Submissions.Filed> kept;
        Upload whole;
        Upload half;
        String cursor;
        try (DebianServer restored = DebianServer.in(home.resolve("restored"));
                DebianServer lost = DebianServer.in(home.resolve("lost"))
                        .begun("archive_mode = on", "archive_command = 'cp %p " + archive + "/%f'")
                        .withDatabase()) {
            try (Service service = serve("log-before", lost, documents)) {
                Phone phone = new Phone("enterprise-legal", service::port);
                cursor = Books.cursorNow(phone);
                whole = Upload.announce(phone, 200_000);
                whole.goOn();
                half = Upload.announce(phone, 200_000);
                assertThat(half.send(100_000)).isEqualTo(204);
                try (Submissions submissions =
                        Submissions.endless(Faults.phones(CLIENTS, service::port), Phone::insist)) {
                    submissions.await(SUBMISSIONS / 3);
                    String _ = lost.tool(
                            "pg_basebackup", "-c", "fast", "-D", restored.data().toString());
                    submissions.await(SUBMISSIONS);
                    kept = submissions.soFar();
                    String log = lost.superuser("select pg_walfile_name(pg_create_restore_point('" + MOMENT + "'))");
                    submissions.await(kept.size() + MORE);
                    assertThat(submissions.end()).containsAllEntriesOf(kept);
                    lost.run("one_network", "truncate case_event cascade");
                    awaitArchived(lost, archive, log);
                }
            }
            lost.kill();
            copy(documents, home.resolve("documents-restored"));

            Files.createFile(restored.data().resolve("recovery.signal"));
            restored.configure(
                    "archive_mode = off",
                    "restore_command = 'cp " + archive + "/%f %p'",
                    "recovery_target_name = '" + MOMENT + "'",
                    "recovery_target_action = promote");
            restored.start();

            try (Service service = serve("log-after", restored, home.resolve("documents-restored"))) {
                isBack(restored, service, kept, cursor);
                Phone phone = new Phone("enterprise-legal", service::port);
                goesOn(whole.from(phone), restored, home.resolve("documents-restored"));
                goesOn(half.from(phone), restored, home.resolve("documents-restored"));
            }
        }
    }

    private static void awaitArchived(DebianServer server, Path archive, String log) {
        String _ = server.superuser("select pg_switch_wal()");
        await().atMost(PATIENCE).until(() -> Files.exists(archive.resolve(log)));
        await().atMost(PATIENCE)
                .until(() -> server.superuser("select last_archived_wal from pg_stat_archiver")
                                .compareTo(log)
                        >= 0);
    }

    @Test
    void from_a_dump_in_a_new_cluster_the_feed_goes_on_once_its_transactions_are_counted_on() throws Exception {
        Path home = Files.createDirectory(folder.resolve("dump"));
        Path dump = home.resolve("one_network.dump");
        Map<Integer, Submissions.Filed> kept;
        String cursor;
        try (DebianServer old = DebianServer.in(home.resolve("old")).begun().withDatabase()) {
            countOn(old, YEARS_OF_TRANSACTIONS);
            try (Service service = serve("dump-before", old, home.resolve("documents"))) {
                cursor = Books.cursorNow(new Phone("enterprise-legal", service::port));
                kept = dumped(old, service, dump);
            }
        }

        try (DebianServer fresh = DebianServer.in(home.resolve("fresh")).begun()) {
            String _ = fresh.tool("pg_restore", "-e", "-C", "-d", "postgres", dump.toString());
            assertThat(Long.parseLong(fresh.superuser("select pg_current_xact_id()")))
                    .as("without the next steps nothing that is new would be found after what is old")
                    .isLessThan(lastTransaction(fresh));
            countOn(fresh, lastTransaction(fresh));

            try (Service service = serve("dump-after", fresh, home.resolve("documents"))) {
                isBack(fresh, service, kept, cursor);
            }
        }
    }

    /// Dumps it while cases are being filed; those that were acknowledged before.
    private static Map<Integer, Submissions.Filed> dumped(DebianServer server, Service service, Path dump) {
        try (Submissions submissions = Submissions.endless(Faults.phones(CLIENTS, service::port), Phone::insist)) {
            submissions.await(SUBMISSIONS);
            Map<Integer, Submissions.Filed> before = submissions.soFar();
            String _ = server.tool("pg_dump", "-Fc", "-f", dump.toString(), "one_network");
            assertThat(submissions.end()).containsAllEntriesOf(before);
            return before;
        }
    }

    /// Lets a cluster number its transactions above that one.
    private static void countOn(DebianServer server, long last) {
        long next = (last / FILE_OF_TRANSACTIONS + 1) * FILE_OF_TRANSACTIONS;
        String _ = server.tool("vacuumdb", "--all", "--freeze");
        server.stop();
        String oldest = server.tool("pg_controldata", server.data().toString())
                .replaceFirst("(?s).*oldestXID: +([0-9]+).*", "$1");
        String _ = server.tool(
                "pg_resetwal",
                "--epoch=" + (next >>> 32),
                "--next-transaction-id=" + (next & 0xffffffffL),
                "--oldest-transaction-id=" + oldest,
                "-D",
                server.data().toString());
        server.start();
    }

    private static long lastTransaction(DebianServer server) {
        return Long.parseLong(server.superuser("select max(greatest(recorded_xid, settled_xid)) from case_event"));
    }

    /// What was acknowledged is there, can be verified, is told to who comes back with an old cursor, and goes on.
    private static void isBack(Tables database, Service service, Map<Integer, Submissions.Filed> kept, String cursor)
            throws IOException {
        Books books = new Books(database);
        books.areThere(kept);
        books.noNumberTwice();
        books.journalsAreWhole(new Phone("auditor", service::port), Books.numbers(kept));
        Phone phone = new Phone("enterprise-legal", service::port);
        try (Watcher watcher = Watcher.watch(phone, cursor);
                Submissions more = Submissions.begin(Faults.phones(CLIENTS, service::port), MORE)) {
            Map<Integer, Submissions.Filed> filed = more.all();
            books.hold(filed, more.run());
            for (Submissions.Filed one : filed.values()) {
                await().atMost(PATIENCE)
                        .untilAsserted(
                                () -> assertThat(watcher.sequences(one.id())).containsExactly(1, 2));
            }
            for (Submissions.Filed one : kept.values()) {
                assertThat(watcher.sequences(one.id())).containsExactly(1, 2);
            }
        }
    }

    /// The copy of the files is a little younger than the database: it has all that the database knows of.
    private static void goesOn(Upload upload, Tables database, Path documents) throws IOException {
        upload.goOn();
        String key = database.query("select storage_key from document where id = '" + upload.id + "'");
        assertThat(Files.readAllBytes(documents.resolve(key.substring(0, 2)).resolve(key)))
                .isEqualTo(upload.file);
    }

    private static void copy(Path from, Path to) {
        try (Child copying =
                Child.start(folder.resolve("copy.log"), List.of("cp", "-a", from.toString(), to.toString()))) {
            copying.awaitSuccess(PATIENCE);
        }
    }
}
