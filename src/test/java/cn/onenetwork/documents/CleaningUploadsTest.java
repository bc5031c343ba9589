package cn.onenetwork.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.onenetwork.documents.inspection.PaperFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CleaningUploadsTest {

    /// It passes its checks, so that nothing lets go of its bytes.
    private static final byte[] FILE = PaperFixture.pdf(2);

    @Inject
    CleaningUploads cleaning;

    @Test
    void an_upload_that_waited_too_long_goes_with_its_bytes() {
        Ticket old = Ticket.of(FILE.length);
        assertThat(old.patch(0, Arrays.copyOf(FILE, 500)).statusCode()).isEqualTo(204);
        Ticket complete = Ticket.of(FILE.length);
        assertThat(complete.patch(0, FILE).statusCode()).isEqualTo(204);

        sweep();
        assertThat(old.offset()).as("not yet").isEqualTo(500);
        MovableClock.pass(Duration.ofMinutes(61));
        sweep();

        assertThat(old.state()).isEmpty();
        assertThat(old.head().statusCode()).isEqualTo(404);
        assertThat(garbage(old.key)).isEqualTo("0");
        assertThatThrownBy(() -> Stored.bytes(old.key, 500)).isInstanceOf(Storage.StorageUnavailable.class);
        assertThat(Stored.bytes(complete.key, FILE.length))
                .as("what a case has stays")
                .isEqualTo(FILE);
    }

    @Test
    void an_upload_that_is_being_written_on_may_finish() {
        Ticket ticket = Ticket.of(FILE.length);
        assertThat(ticket.patch(0, Arrays.copyOf(FILE, 500)).statusCode()).isEqualTo(204);
        execute("update upload set writer = gen_random_uuid(), written_at = clock_timestamp() where document_id = '"
                + ticket.id + "'");

        MovableClock.pass(Duration.ofMinutes(61));
        sweep();

        assertThat(ticket.state()).isEqualTo("UPLOADING");
    }

    @Test
    void bytes_that_a_document_still_refers_to_are_never_deleted() {
        Ticket kept = Ticket.of(FILE.length);
        assertThat(kept.patch(0, FILE).statusCode()).isEqualTo(204);
        execute("insert into storage_garbage values ('" + kept.key + "', now())");

        sweep();

        assertThat(Stored.bytes(kept.key, FILE.length)).isEqualTo(FILE);
        assertThat(garbage(kept.key)).isEqualTo("0");
    }

    @Test
    void bytes_that_nobody_refers_to_are_deleted_and_a_key_that_cannot_be_stops_no_other() {
        Ticket gone = Ticket.of(FILE.length);
        assertThat(gone.patch(0, FILE).statusCode()).isEqualTo(204);
        execute("delete from document where id = '" + gone.id + "'");
        execute("insert into storage_garbage values ('" + gone.key + "', now()), ('!broken', now())");

        sweep();

        assertThatThrownBy(() -> Stored.bytes(gone.key, FILE.length)).isInstanceOf(Storage.StorageUnavailable.class);
        assertThat(garbage(gone.key)).isEqualTo("0");
        assertThat(garbage("!broken")).isEqualTo("1");
        execute("delete from storage_garbage");
    }

    @Test
    void a_complete_upload_whose_service_was_killed_moves_on() {
        Ticket stranded = stranded();

        sweep();

        assertThat(stranded.state()).isNotEqualTo("UPLOADING");
        assertThat(Stored.bytes(stranded.key, FILE.length)).isEqualTo(FILE);
    }

    @Test
    void a_complete_upload_whose_service_was_killed_moves_on_when_its_client_asks() {
        Ticket stranded = stranded();

        assertThat(stranded.offset()).isEqualTo(FILE.length);

        assertThat(stranded.state()).isNotEqualTo("UPLOADING");
    }

    /// All bytes have arrived and were moved on, but nothing of it was recorded.
    private static Ticket stranded() {
        Ticket ticket = Ticket.of(FILE.length);
        assertThat(ticket.patch(0, FILE).statusCode()).isEqualTo(204);
        execute("update document set state = 'UPLOADING', arrived_at = null, check_at = null where id = '" + ticket.id
                + "'");
        execute("insert into upload (document_id, received) values ('" + ticket.id + "', " + FILE.length + ")");
        return ticket;
    }

    @Test
    void bytes_that_the_storage_has_lost_are_asked_for_again() {
        Ticket ticket = Ticket.of(FILE.length);
        execute("insert into upload (document_id, received) values ('" + ticket.id + "', 400)");

        assertThat(ticket.patchRest(FILE, 400).statusCode()).isEqualTo(409);
        assertThat(ticket.offset()).isZero();
        assertThat(ticket.patch(0, FILE).statusCode()).isEqualTo(204);
        assertThat(Stored.bytes(ticket.key, FILE.length)).isEqualTo(FILE);
    }

    private void sweep() {
        cleaning.sweep().await().atMost(Duration.ofSeconds(30));
    }

    private static String garbage(String key) {
        return DatabaseState.query("select count(*) from storage_garbage where storage_key = '" + key + "'");
    }

    private static void execute(String sql) {
        assertThat(DatabaseState.execute(sql)).isPositive();
    }
}
