package cn.onenetwork.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Connections that break, stall and compete.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BrokenUploadsTest {

    private static final byte[] FILE = Ticket.bytes(1_000_000);

    @Test
    void what_came_before_a_connection_broke_is_kept() throws IOException {
        Ticket ticket = Ticket.of(FILE.length);
        Connection connection = Connection.patching(ticket, 0, FILE.length);
        connection.write(FILE, 0, 300_000);
        await().until(() -> ticket.offset() == 300_000);

        connection.write(FILE, 300_000, 1);
        connection.close();

        await().until(() -> ticket.offset() == 300_001);
        assertThat(ticket.patchRest(FILE, 300_001).statusCode()).isEqualTo(204);
        assertThat(Stored.bytes(ticket.key, FILE.length)).isEqualTo(FILE);
    }

    @Test
    void whatever_is_broken_off_wherever_the_file_is_the_same_in_the_end() throws IOException {
        Random random = new Random(20261123);
        for (int round = 0; round < 3; round++) {
            Ticket ticket = Ticket.of(FILE.length);
            long offset = 0;
            while (offset < FILE.length) {
                int rest = (int) (FILE.length - offset);
                int length = Math.min(rest, 1 + random.nextInt(FILE.length / 2));
                offset = brokenOff(ticket, (int) offset, length, random.nextInt(3));
            }
            await().until(() -> ticket.offset() == FILE.length);
            assertThat(Stored.bytes(ticket.key, FILE.length)).isEqualTo(FILE);
        }
    }

    /// Announces the rest of the file, sends a piece and goes away in one of three ways; then asks where to go on.
    private static long brokenOff(Ticket ticket, int offset, int length, int way) throws IOException {
        Connection connection = Connection.patching(ticket, offset, FILE.length - offset);
        connection.write(FILE, offset, length);
        switch (way) {
            case 0 -> connection.breakOff();
            case 1 -> connection.close();
            default -> {
                await().pollInterval(Duration.ofMillis(50)).until(() -> ticket.offset() > offset);
                connection.close();
            }
        }
        return settled(ticket, offset + length);
    }

    /// The offset, when no more of what was sent can come.
    private static long settled(Ticket ticket, long most) {
        long[] last = {-1};
        await().pollInterval(Duration.ofMillis(150)).until(() -> {
            long before = last[0];
            last[0] = ticket.offset();
            return last[0] == before || last[0] == most;
        });
        assertThat(last[0]).isLessThanOrEqualTo(most);
        return last[0];
    }

    @Test
    void two_writers_at_once_are_one_writer_and_one_refusal() throws IOException {
        Ticket ticket = Ticket.of(FILE.length);
        try (Connection first = Connection.patching(ticket, 0, FILE.length)) {
            first.write(FILE, 0, 100_000);
            await().until(() -> ticket.offset() == 100_000);
            first.write(FILE, 100_000, 1);

            var refused = ticket.patch(100_000, Arrays.copyOfRange(FILE, 100_000, 200_000));

            assertThat(refused.statusCode()).isEqualTo(423);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.jsonPath().getString("errors[0].extensions.code"))
                    .isEqualTo("UNAVAILABLE");
            first.write(FILE, 100_001, FILE.length - 100_001);
            assertThat(first.status()).contains("204");
        }
        assertThat(Stored.bytes(ticket.key, FILE.length)).isEqualTo(FILE);
    }

    @Test
    void a_writer_that_has_gone_silent_is_taken_over() throws IOException {
        Ticket ticket = Ticket.of(FILE.length);
        try (Connection silent = Connection.patching(ticket, 0, FILE.length)) {
            silent.write(FILE, 0, 400_000);
            await().until(() -> ticket.offset() == 400_000);

            await().pollInterval(Duration.ofMillis(300))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> {
                        int status = ticket.patchRest(FILE, 400_000).statusCode();
                        assertThat(status).isIn(204, 423);
                        return status == 204;
                    });

            assertThat(silent.status()).as("it is told").contains("423");
        }
        assertThat(Stored.bytes(ticket.key, FILE.length)).isEqualTo(FILE);
    }

    @Test
    void a_request_that_sends_nothing_more_is_ended_and_what_came_is_kept() throws IOException {
        Ticket ticket = Ticket.of(FILE.length);
        try (Connection silent = Connection.patching(ticket, 0, FILE.length)) {
            silent.write(FILE, 0, 400_000);

            assertThat(silent.status()).contains("408");
        }
        assertThat(ticket.offset()).isEqualTo(400_000);
        assertThat(ticket.patchRest(FILE, 400_000).statusCode()).isEqualTo(204);
    }

    @Test
    void a_writer_of_another_pod_that_has_gone_silent_loses_its_lease() {
        Ticket ticket = Ticket.of(10);
        assertThat(ticket.patch(0, new byte[4]).statusCode()).isEqualTo(204);
        writtenElsewhere(ticket, "0 s");

        assertThat(ticket.patch(4, new byte[6]).statusCode()).isEqualTo(423);
        assertThat(ticket.offset()).as("HEAD does not wait").isEqualTo(4);
        writtenElsewhere(ticket, "2 s");
        assertThat(ticket.patch(4, new byte[6]).statusCode()).isEqualTo(204);
    }

    private static void writtenElsewhere(Ticket ticket, String ago) {
        assertThat(cn.onenetwork.testing.DatabaseState.execute("""
                        update upload set writer = gen_random_uuid(), written_at = clock_timestamp() - interval '%s'
                        where document_id = '%s'
                        """.formatted(ago, ticket.id)))
                .isEqualTo(1);
    }

    @Test
    void a_writer_that_has_lost_its_lease_to_another_pod_writes_no_more() throws IOException {
        Ticket ticket = Ticket.of(FILE.length);
        try (Connection first = Connection.patching(ticket, 0, FILE.length)) {
            first.write(FILE, 0, 100_000);
            await().until(() -> ticket.offset() == 100_000);
            writtenElsewhere(ticket, "0 s");

            first.write(FILE, 100_000, 100_000);

            assertThat(first.status()).contains("423");
        }
        assertThat(ticket.offset()).isEqualTo(100_000);
    }

    @Test
    void a_chunked_body_with_a_byte_too_many_is_cut_off() throws IOException {
        Ticket ticket = Ticket.of(10);
        try (Connection chunked = Connection.patching(RestAssured.port, ticket, 0, "Transfer-Encoding: chunked")) {
            chunked.write("B\r\n12345678901\r\n0\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(chunked.status()).contains("413");
        }
        assertThat(ticket.offset()).isZero();
        assertThat(ticket.state()).isEqualTo("UPLOADING");
    }

    @Test
    void a_checksum_whose_bytes_do_not_all_come_keeps_nothing() throws IOException {
        Ticket ticket = Ticket.of(FILE.length);
        Connection connection = Connection.patching(
                RestAssured.port,
                ticket,
                0,
                "Content-Length: " + FILE.length,
                "Upload-Checksum: " + Ticket.checksum(FILE));
        connection.write(FILE, 0, 500_000);
        await().until(() -> ticket.received() == 0);
        connection.breakOff();

        await().until(() -> ticket.patch(0, FILE).statusCode() == 204);
        assertThat(Stored.bytes(ticket.key, FILE.length)).isEqualTo(FILE);
    }

    @Test
    void the_client_is_told_to_go_on_before_it_sends() throws IOException {
        Ticket ticket = Ticket.of(10);
        try (Connection polite =
                Connection.patching(RestAssured.port, ticket, 0, "Content-Length: 10", "Expect: 100-continue")) {
            assertThat(polite.status()).contains("100");
            polite.write(new byte[10]);
            assertThat(polite.status()).contains("204");
        }
        try (Connection wrong =
                Connection.patching(RestAssured.port, ticket, 3, "Content-Length: 10", "Expect: 100-continue")) {
            assertThat(wrong.status()).contains("409");
        }
    }
}
