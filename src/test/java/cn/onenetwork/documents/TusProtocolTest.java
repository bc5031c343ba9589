package cn.onenetwork.documents;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What tus 1.0.0 asks of a server, line by line.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TusProtocolTest {

    private static final byte[] FILE = Ticket.bytes(300_000);

    @Test
    void OPTIONS_tells_what_the_server_can() {
        Response answer = RestAssured.given().options("/uploads");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(answer.header("Tus-Extension"))
                .isEqualTo("creation,creation-with-upload,termination,checksum,expiration");
        assertThat(answer.header("Tus-Checksum-Algorithm")).isEqualTo("sha256");
        assertThat(answer.header("Tus-Max-Size")).isEqualTo("524288000");
    }

    @Test
    void a_new_upload_has_received_nothing() {
        Response head = Ticket.of(FILE.length).head();

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("Upload-Offset")).isEqualTo("0");
        assertThat(head.header("Upload-Length")).isEqualTo(Integer.toString(FILE.length));
        assertThat(head.header("Cache-Control")).isEqualTo("no-store");
        assertThat(head.header("Tus-Resumable")).isEqualTo("1.0.0");
    }

    @Test
    void an_upload_in_three_requests_is_the_file() {
        Ticket ticket = Ticket.of(FILE.length);

        Response first = ticket.patch(0, Arrays.copyOf(FILE, 100_000));
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.header("Upload-Offset")).isEqualTo("100000");
        assertThat(ticket.offset()).isEqualTo(100_000);
        assertThat(ticket.patch(100_000, Arrays.copyOfRange(FILE, 100_000, 100_001))
                        .header("Upload-Offset"))
                .isEqualTo("100001");
        Response last = ticket.patchRest(FILE, 100_001);

        assertThat(last.statusCode()).isEqualTo(204);
        assertThat(last.header("Upload-Offset")).isEqualTo("300000");
        assertThat(ticket.offset()).isEqualTo(FILE.length);
        assertThat(ticket.state()).isNotEqualTo("UPLOADING");
        assertThat(ticket.received()).as("how it came is forgotten").isEqualTo(-1);
        assertThat(Stored.bytes(ticket.key, FILE.length)).isEqualTo(FILE);
    }

    @Test
    void creation_answers_with_the_address_of_the_ticket() {
        Ticket ticket = Ticket.of(FILE.length);

        Response created = ticket.request().header("Upload-Length", FILE.length).post(ticket.path());

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(ticket.path());
        assertThat(ticket.offset()).isZero();
    }

    @Test
    void creation_may_bring_the_first_bytes() {
        Ticket ticket = Ticket.of(FILE.length);

        Response created = ticket.request()
                .header("Upload-Length", FILE.length)
                .contentType("application/offset+octet-stream")
                .body(Arrays.copyOf(FILE, 7))
                .post(ticket.path());

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.header("Upload-Offset")).isEqualTo("7");
        assertThat(ticket.offset()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"299999, 400", "300001, 400", "-1, 400", "abc, 400", "524288001, 413", "99999999999999999999, 400"})
    void creation_refuses_another_length_than_that_of_the_ticket(String length, int status) {
        Ticket ticket = Ticket.of(FILE.length);

        Response refused = ticket.request().header("Upload-Length", length).post(ticket.path());

        assertCoded(refused, status, "BAD_USER_INPUT");
        assertThat(ticket.offset()).isZero();
    }

    @Test
    void creation_refuses_a_length_that_is_told_later() {
        Ticket ticket = Ticket.of(FILE.length);

        assertCoded(ticket.request().header("Upload-Defer-Length", 1).post(ticket.path()), 400, "BAD_USER_INPUT");
    }

    @Test
    void creation_without_a_ticket_says_that_one_is_needed() {
        Response refused = Ticket.as("citizen")
                .header("Accept-Language", "en")
                .header("Upload-Length", 5)
                .post("/uploads");

        assertCoded(refused, 404, "BAD_USER_INPUT");
        assertThat(refused.jsonPath().getString("errors[0].message")).contains("needs a ticket");
    }

    @Test
    void a_wrong_offset_is_a_conflict_and_changes_nothing() {
        Ticket ticket = Ticket.of(FILE.length);
        assertThat(ticket.patch(0, Arrays.copyOf(FILE, 50)).statusCode()).isEqualTo(204);

        assertCoded(ticket.patch(49, new byte[10]), 409, "BAD_USER_INPUT");
        assertCoded(ticket.patch(51, new byte[10]), 409, "BAD_USER_INPUT");
        assertThat(ticket.offset()).isEqualTo(50);
        assertThat(ticket.patchRest(FILE, 50).statusCode()).isEqualTo(204);
        assertThat(Stored.bytes(ticket.key, FILE.length)).isEqualTo(FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "x", "", "99999999999999999999"})
    void an_offset_that_is_no_number_is_refused(String offset) {
        Ticket ticket = Ticket.of(FILE.length);

        assertCoded(
                ticket.request()
                        .contentType("application/offset+octet-stream")
                        .header("Upload-Offset", offset)
                        .body(new byte[1])
                        .patch(ticket.path()),
                400,
                "BAD_USER_INPUT");
    }

    @Test
    void another_content_type_is_refused() {
        Ticket ticket = Ticket.of(FILE.length);

        assertCoded(
                ticket.request()
                        .contentType("application/octet-stream")
                        .header("Upload-Offset", 0)
                        .body(new byte[1])
                        .patch(ticket.path()),
                415,
                "BAD_USER_INPUT");
        assertThat(ticket.offset()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.2.2", "1.0.1"})
    void another_version_does_nothing_and_names_ours(String version) {
        Ticket ticket = Ticket.of(FILE.length);

        Response refused = RestAssured.given()
                .auth()
                .oauth2(cn.onenetwork.testing.Tokens.of(ticket.persona))
                .header("Tus-Resumable", version)
                .contentType("application/offset+octet-stream")
                .header("Upload-Offset", 0)
                .body(new byte[1])
                .patch(ticket.path());

        assertCoded(refused, 412, "BAD_USER_INPUT");
        assertThat(refused.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(ticket.offset()).isZero();
    }

    @Test
    void one_byte_more_than_announced_is_refused_and_nothing_of_it_kept() {
        Ticket ticket = Ticket.of(FILE.length);
        assertThat(ticket.patch(0, Arrays.copyOf(FILE, FILE.length - 5)).statusCode())
                .isEqualTo(204);

        assertCoded(ticket.patch(FILE.length - 5, new byte[6]), 413, "BAD_USER_INPUT");
        assertThat(ticket.offset()).isEqualTo(FILE.length - 5);
    }

    @Test
    void a_right_checksum_is_taken_and_a_wrong_one_keeps_nothing() {
        Ticket ticket = Ticket.of(FILE.length);
        byte[] first = Arrays.copyOf(FILE, 200_000);

        assertThat(ticket.patching(0)
                        .header("Upload-Checksum", Ticket.checksum(first))
                        .body(first)
                        .patch(ticket.path())
                        .statusCode())
                .isEqualTo(204);
        Response mismatch = ticket.patching(200_000)
                .header("Upload-Checksum", Ticket.checksum(first))
                .body(Arrays.copyOfRange(FILE, 200_000, 300_000))
                .patch(ticket.path());

        assertCoded(mismatch, 460, "BAD_USER_INPUT");
        assertThat(ticket.offset()).isEqualTo(200_000);
        assertThat(ticket.state()).isEqualTo("UPLOADING");
        assertThat(ticket.patchRest(FILE, 200_000).statusCode()).isEqualTo(204);
        assertThat(Stored.bytes(ticket.key, FILE.length)).isEqualTo(FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5 AAAA", "sha256", "sha256 AAAA", "sha256 !!!", "crc32 AAAA=", ""})
    void an_unknown_or_malformed_checksum_is_refused(String checksum) {
        Ticket ticket = Ticket.of(FILE.length);

        assertCoded(
                ticket.patching(0)
                        .header("Upload-Checksum", checksum)
                        .body(new byte[1])
                        .patch(ticket.path()),
                400,
                "BAD_USER_INPUT");
        assertThat(ticket.offset()).isZero();
    }

    @Test
    void an_upload_may_be_terminated_until_it_is_complete() {
        Ticket ticket = Ticket.of(FILE.length);
        assertThat(ticket.patch(0, new byte[10]).statusCode()).isEqualTo(204);

        assertThat(ticket.request().delete(ticket.path()).statusCode()).isEqualTo(204);
        assertThat(ticket.head().statusCode()).isEqualTo(404);
        assertThat(DatabaseState.query("select count(*) from storage_garbage where storage_key = '" + ticket.key + "'"))
                .isEqualTo("1");

        Ticket complete = Ticket.of(1);
        assertThat(complete.patch(0, new byte[1]).statusCode()).isEqualTo(204);
        assertCoded(complete.request().delete(complete.path()), 409, "BAD_USER_INPUT");
        assertThat(complete.head().statusCode()).isEqualTo(200);
    }

    @Test
    void the_answers_say_when_the_upload_expires_and_then_it_is_gone() {
        Ticket ticket = Ticket.of(FILE.length);
        String told = ticket.patch(0, new byte[10]).header("Upload-Expires");
        assertThat(told).isEqualTo(ticket.head().header("Upload-Expires"));
        Duration left = Duration.between(
                ZonedDateTime.now(ZoneOffset.UTC), ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME));
        assertThat(left).isBetween(Duration.ofMinutes(58), Duration.ofMinutes(61));

        MovableClock.pass(Duration.ofMinutes(61));

        assertThat(ticket.head().statusCode()).isEqualTo(410);
        assertCoded(ticket.patch(10, new byte[10]), 410, "NOT_FOUND");
    }

    @Test
    void clients_that_cannot_PATCH_override_the_method() {
        Ticket ticket = Ticket.of(3);

        Response answer = ticket.patching(0)
                .header("X-HTTP-Method-Override", "PATCH")
                .body(new byte[3])
                .post(ticket.path());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.header("Upload-Offset")).isEqualTo("3");
    }

    @Test
    void without_a_token_nothing_is_told_and_nothing_done() {
        Ticket ticket = Ticket.of(3);

        Response refused = RestAssured.given()
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", 0)
                .contentType("application/offset+octet-stream")
                .body(new byte[3])
                .patch(ticket.path());

        assertCoded(refused, 401, "UNAUTHENTICATED");
        assertCoded(
                RestAssured.given()
                        .auth()
                        .oauth2("nonsense")
                        .header("Tus-Resumable", "1.0.0")
                        .delete(ticket.path()),
                401,
                "UNAUTHENTICATED");
        assertThat(ticket.offset()).isZero();
    }

    @Test
    void the_ticket_of_somebody_else_is_not_there() {
        Ticket ticket = Ticket.of(3);

        for (String other : new String[] {"enterprise-operator", "citizen", "officer-hightech", "admin"}) {
            assertThat(Ticket.as(other).head(ticket.path()).statusCode()).isEqualTo(404);
            assertCoded(
                    Ticket.as(other)
                            .contentType("application/offset+octet-stream")
                            .header("Upload-Offset", 0)
                            .body(new byte[3])
                            .patch(ticket.path()),
                    404,
                    "NOT_FOUND");
            assertCoded(Ticket.as(other).delete(ticket.path()), 404, "NOT_FOUND");
        }
        assertThat(ticket.offset()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "..", "%2e%2e%2fetc%2fpasswd", "%00", "../../etc/passwd"})
    void whatever_is_no_ticket_is_not_there(String id) {
        assertThat(Ticket.as("citizen")
                        .urlEncodingEnabled(false)
                        .head("/uploads/" + id)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Ticket.as("citizen").head("/uploads/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void other_methods_are_not_allowed() {
        Response refused = Ticket.as("citizen").get("/uploads/" + UUID.randomUUID());

        assertCoded(refused, 405, "BAD_USER_INPUT");
        assertThat(refused.header("Allow")).isEqualTo("OPTIONS, HEAD, POST, PATCH, DELETE");
    }

    @Test
    void an_empty_file_arrives_without_a_byte() {
        Ticket ticket = Ticket.of(0);

        assertThat(ticket.head().header("Upload-Offset")).isEqualTo("0");
        assertThat(ticket.state()).isNotEqualTo("UPLOADING");
        Ticket created = Ticket.of(0);
        assertThat(created.request()
                        .header("Upload-Length", 0)
                        .post(created.path())
                        .statusCode())
                .isEqualTo(201);
        assertThat(created.state()).isNotEqualTo("UPLOADING");
    }

    @Test
    void a_patch_without_bytes_changes_nothing_and_does_not_hang() {
        Ticket ticket = Ticket.of(3);

        assertThat(ticket.patch(0, new byte[0]).header("Upload-Offset")).isEqualTo("0");
        assertThat(ticket.patch(0, new byte[3]).header("Upload-Offset")).isEqualTo("3");
        assertThat(ticket.patch(3, new byte[0]).header("Upload-Offset"))
                .as("said again of a complete upload")
                .isEqualTo("3");
        assertCoded(ticket.patch(3, new byte[1]), 413, "BAD_USER_INPUT");
    }

    private static void assertCoded(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as("%s", answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("errors[0].extensions.code")).isEqualTo(code);
        assertThat(answer.jsonPath().getString("errors[0].extensions.errorId")).isNotBlank();
        assertThat(answer.jsonPath().getString("errors[0].message")).isNotBlank();
        assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
    }
}
