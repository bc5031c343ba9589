package cn.onenetwork.documents;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.documents.inspection.PaperFixture;
import cn.onenetwork.documents.scanner.RunningClamd;
import cn.onenetwork.documents.storage.TroubledStorage;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.LogCapture;
import cn.onenetwork.testing.MovableClock;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// With a real clamd, which stops and comes back.
@Tag("heavy")
@QuarkusTest
@TestProfile(CheckingTest.WithScanner.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckingTest {

    private static final Path COPIES = Path.of("target", "checking-test");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static String caseId;

    @Inject
    Checking checking;

    @Inject
    DueChecks due;

    @Inject
    TroubledStorage storage;

    @BeforeEach
    void nothing_waits() {
        if (caseId == null) {
            caseId = Filing.draft("enterprise-legal", ItemFixture.LAND_PLANNING);
        }
        var _ = DatabaseState.execute("delete from document");
    }

    @Test
    void a_harmless_paper_is_ready_with_its_own_digest() {
        byte[] paper = PaperFixture.pdf(3);
        UUID id = arrived("application/pdf", paper, null);

        assertThat(check()).isEqualTo(1);

        assertThat(state(id)).isEqualTo("READY");
        assertThat(column(id, "encode(sha256, 'hex')")).isEqualTo(sha256(paper));
        assertThat(column(id, "check_at is null and checked_at is not null")).isEqualTo("t");
        assertThat(copies()).isEmpty();
    }

    @Test
    void the_announced_digest_is_held_against_the_real_one() {
        byte[] paper = PaperFixture.png();

        UUID same = arrived("image/png", paper, sha256(paper));
        UUID other = arrived("image/png", paper, sha256(new byte[1]));
        assertThat(check()).isEqualTo(2);

        assertThat(state(same)).isEqualTo("READY");
        assertThat(state(other)).isEqualTo("REJECTED DIGEST_MISMATCH");
    }

    @Test
    void bytes_that_are_missing_or_none_at_all_are_refused() {
        UUID empty = arrived("image/png", new byte[0], null);
        UUID less = arrived("image/png", PaperFixture.png(), null);
        var _ = DatabaseState.execute("update document set size = size + 1 where id = '" + less + "'");

        assertThat(check()).isEqualTo(2);

        assertThat(state(empty)).isEqualTo("REJECTED EMPTY");
        assertThat(state(less)).isEqualTo("REJECTED DIGEST_MISMATCH");
    }

    @Test
    void malware_is_refused_as_such_whatever_it_pretends_to_be() {
        UUID bare = arrived("application/pdf", RunningClamd.EICAR, null);
        UUID appended = arrived("image/jpeg", PaperFixture.join(PaperFixture.jpeg(), RunningClamd.OURS), null);
        UUID packed = arrived("application/ofd", PaperFixture.zip(Map.of("OFD.xml", RunningClamd.EICAR)), null);
        LogCapture log = LogCapture.start();

        assertThat(check()).isEqualTo(3);

        assertThat(log.stop()).contains(bare.toString()).contains("Test.Eicar").doesNotContain("paper.pdf");
        assertThat(List.of(state(bare), state(appended), state(packed))).containsOnly("REJECTED MALWARE");
        assertThat(copies()).isEmpty();
    }

    @Test
    void what_breaks_a_rule_is_refused_with_the_reason() {
        UUID wrong = arrived("application/pdf", PaperFixture.jpeg(), null);
        UUID two = arrived(
                "image/jpeg", PaperFixture.join(PaperFixture.jpeg(), PaperFixture.zip(Map.of("a", new byte[1]))), null);

        assertThat(check()).isEqualTo(2);

        assertThat(state(wrong)).isEqualTo("REJECTED TYPE_MISMATCH");
        assertThat(state(two)).isEqualTo("REJECTED POLYGLOT");
    }

    @Test
    void while_the_scanner_is_away_papers_wait_and_then_they_are_ready() throws IOException {
        UUID clean = arrived("image/png", PaperFixture.png(), null);
        UUID infected = arrived("image/png", RunningClamd.EICAR, null);
        WithClamd.running.stop();
        LogCapture log = LogCapture.start();
        try {
            assertThat(check()).isEqualTo(2);
            assertThat(check()).isZero();
            assertThat(List.of(state(clean), state(infected))).containsOnly("CHECKING");

            MovableClock.pass(Duration.ofSeconds(6));
            assertThat(check()).isEqualTo(2);
            assertThat(List.of(state(clean), state(infected))).containsOnly("CHECKING");
            assertThat(column(clean, "checks")).isEqualTo("2");
        } finally {
            WithClamd.running.restart();
        }

        MovableClock.pass(Duration.ofSeconds(11));
        assertThat(check()).isEqualTo(2);

        assertThat(state(clean)).isEqualTo("READY");
        assertThat(state(infected)).isEqualTo("REJECTED MALWARE");
        assertThat(log.stop())
                .containsOnlyOnce("the scanner gives no answer")
                .containsOnlyOnce("the scanner answers")
                .doesNotContain("paper.pdf");
        assertThat(copies()).isEmpty();
    }

    @Test
    void while_the_storage_is_away_papers_wait() {
        UUID id = arrived("image/png", PaperFixture.png(), null);
        storage.away(true);
        try {
            assertThat(check()).isEqualTo(1);
        } finally {
            storage.away(false);
        }
        assertThat(state(id)).isEqualTo("CHECKING");
        assertThat(copies()).isEmpty();

        MovableClock.pass(Duration.ofSeconds(6));
        assertThat(check()).isEqualTo(1);
        assertThat(state(id)).isEqualTo("READY");
    }

    @Test
    void who_takes_a_paper_has_it_until_the_lease_is_over() {
        UUID id = arrived("image/png", PaperFixture.png(), null);

        DueChecks.Due lost = due.take().await().atMost(PATIENCE).orElseThrow();
        assertThat(lost.id()).isEqualTo(id);
        assertThat(due.take().await().atMost(PATIENCE)).isEmpty();
        assertThat(due.take(id).await().atMost(PATIENCE)).isEmpty();
        assertThat(check()).isZero();

        MovableClock.pass(Duration.ofMinutes(11));
        DueChecks.Due again = due.take(id).await().atMost(PATIENCE).orElseThrow();
        due.putOff(lost).await().atMost(PATIENCE);
        assertThat(due.take().await().atMost(PATIENCE))
                .as("the one who was lost gives nothing back")
                .isEmpty();
        due.putOff(again).await().atMost(PATIENCE);
        MovableClock.pass(Duration.ofSeconds(11));
        assertThat(due.take().await().atMost(PATIENCE)).isPresent();
    }

    @Test
    void an_arrival_is_checked_soon_without_a_schedule() {
        UUID id = arrived("image/png", PaperFixture.png(), null);

        checking.soon(id);

        Awaitility.await().atMost(PATIENCE).until(() -> state(id).equals("READY"));
    }

    @Test
    void a_backlog_is_worked_off_in_all_lanes() {
        for (int i = 0; i < 40; i++) {
            var _ = arrived("image/png", PaperFixture.png(), null);
        }

        assertThat(check()).isEqualTo(40);

        assertThat(DatabaseState.query("select count(*) from document where state = 'READY'"))
                .isEqualTo("40");
    }

    @Test
    void the_delay_grows_up_to_five_minutes() {
        assertThat(Stream.of(1, 2, 3, 7, 1000).map(DueChecks::delay).map(Duration::toSeconds))
                .containsExactly(5L, 10L, 20L, 300L, 300L);
    }

    private int check() {
        return checking.checkDue().await().atMost(PATIENCE);
    }

    private UUID arrived(String mediaType, byte[] content, String announced) {
        UUID id = UUID.randomUUID();
        String key = StorageKey.next();
        storage.keep(key, content);
        var _ = DatabaseState.execute("""
                insert into document (id, case_id, material_id, owner, uploaded_by, file_name, media_type, size,
                    announced_sha256, storage_key, state, created_at, expires_at, arrived_at, check_at)
                values ('%1$s', '%2$s', 'material', 'owner', 'owner', 'paper.pdf', '%3$s', %4$s,
                    %5$s, '%6$s', 'CHECKING', now(), now(), now(), '2020-01-01')
                """.formatted(
                id, caseId, mediaType, content.length, announced == null ? "null" : "'\\x" + announced + "'", key));
        return id;
    }

    private static String state(UUID id) {
        return column(id, "concat_ws(' ', state, rejection)");
    }

    private static String column(UUID id, String what) {
        return DatabaseState.query("select " + what + " from document where id = '" + id + "'");
    }

    private static List<Path> copies() {
        try (Stream<Path> left = Files.list(COPIES)) {
            return left.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Checks with clamd.
    public static final class WithScanner implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "one-network.documents.scanner", "clamd", "one-network.documents.checks.folder", COPIES.toString());
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(WithClamd.class));
        }
    }

    /// clamd for the time of these tests.
    public static final class WithClamd implements QuarkusTestResourceLifecycleManager {

        static RunningClamd running;

        @Override
        public Map<String, String> start() {
            try {
                running = RunningClamd.start();
                return Map.of("one-network.documents.clamd.address", running.address());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void stop() {
            try {
                running.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
