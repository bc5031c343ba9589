package cn.onenetwork.documents.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.onenetwork.documents.storage.TroubledStorage;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.MovableClock;
import cn.onenetwork.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DownloadsTest {

    private static final String APPLICANT = "enterprise-legal";
    private static final int SIZE = 100_000;

    @TestHTTPResource("/")
    URI service;

    @Inject
    TroubledStorage storage;

    private Browser browser;
    private String caseId;
    private StoredFixture document;

    @BeforeEach
    void fileACaseWithADocument() {
        browser = new Browser(service);
        caseId = Filing.submitted(APPLICANT, StoredFixture.ITEM);
        document = ofd(SIZE);
    }

    @Test
    void the_applicant_gets_the_bytes_that_were_handed_in() {
        Browser.Reply reply = browser.get(address(APPLICANT));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(document.bytes());
        assertThat(HexFormat.of().formatHex(StoredFixture.sha256(reply.body()))).isEqualTo(document.hash());
        assertThat(reply.header("ETag")).isEqualTo('"' + document.hash() + '"');
        assertThat(reply.header("Content-Type")).isEqualTo("application/ofd");
        assertThat(reply.header("Content-Length")).isEqualTo(Integer.toString(SIZE));
        assertThat(reply.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(reply.header("Last-Modified")).isEqualTo("Fri, 20 Nov 2026 00:49:37 GMT");
        assertThat(reply.header("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"____.ofd\"; filename*=UTF-8''%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7.ofd");
        assertThat(reply.header("X-Watermark")).isEmpty();
    }

    @Test
    void nothing_is_kept_on_the_way_and_nothing_runs_in_a_browser() {
        Browser.Reply reply = browser.get(address(APPLICANT));

        assertThat(reply.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void an_address_says_nothing_about_anybody() {
        String ticket = address(APPLICANT).replaceFirst(".*ticket=", "");
        String bytes = new String(java.util.Base64.getUrlDecoder().decode(ticket), StandardCharsets.ISO_8859_1);

        assertThat(ticket).matches("[A-Za-z0-9_-]+");
        assertThat(bytes).doesNotContain("p-enterprise", "91520198", "CITIZEN", "OWN_USE");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=10-19, 10, 10",
        "bytes=99990-, 99990, 10",
        "bytes=-5, 99995, 5",
        "bytes=99000-200000, 99000, 1000"
    })
    void a_part_is_given_as_it_is_asked_for(String range, int from, int length) {
        Browser.Reply reply = browser.get(address(APPLICANT), "Range", range);

        assertThat(reply.status()).isEqualTo(206);
        assertThat(reply.body()).isEqualTo(Arrays.copyOfRange(document.bytes(), from, from + length));
        assertThat(reply.header("Content-Range")).isEqualTo("bytes " + from + "-" + (from + length - 1) + "/" + SIZE);
        assertThat(reply.header("Content-Length")).isEqualTo(Integer.toString(length));
    }

    @Test
    void a_download_that_was_interrupted_goes_on_with_the_same_ticket() {
        String address = address(APPLICANT);
        Browser.Reply begun = browser.get(address, "Range", "bytes=0-59999");
        Browser.Reply rest = browser.get(address, "Range", "bytes=60000-", "If-Range", begun.header("ETag"));

        assertThat(rest.status()).isEqualTo(206);
        byte[] whole = Arrays.copyOf(begun.body(), SIZE);
        System.arraycopy(rest.body(), 0, whole, 60_000, rest.body().length);
        assertThat(whole).isEqualTo(document.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"another\"", "Fri, 20 Nov 2026 00:49:37 GMT"})
    void whoever_has_part_of_something_else_gets_the_whole(String known) {
        Browser.Reply reply = browser.get(address(APPLICANT), "Range", "bytes=60000-", "If-Range", known);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(document.bytes());
    }

    @Test
    void a_part_that_is_not_there_is_refused_with_the_size() {
        Browser.Reply reply = browser.get(address(APPLICANT), "Range", "bytes=100000-");

        assertThat(reply.status()).isEqualTo(416);
        assertThat(reply.header("Content-Range")).isEqualTo("bytes */" + SIZE);
        assertThat(reply.text()).contains("\"code\":\"BAD_USER_INPUT\"");
        assertThat(rows("true")).isEqualTo("0");
    }

    @Test
    void a_look_at_the_headers_gives_no_bytes_and_leaves_no_row() {
        Browser.Reply reply = browser.send("HEAD", address(APPLICANT), "Range", "bytes=0-9");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Length")).isEqualTo(Integer.toString(SIZE));
        assertThat(reply.body()).isEmpty();
        assertThat(rows("true")).isEqualTo("0");
    }

    @Test
    void nothing_is_written_to_an_address_of_a_download() {
        Browser.Reply reply = browser.send("DELETE", address(APPLICANT));

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void every_part_is_a_row_of_the_access_log_and_no_event_of_the_case() {
        String before = DatabaseState.digest();
        String address = address("officer-hightech");
        var _ = browser.get(address, "Range", "bytes=0-9");
        var _ = browser.get(address, "Range", "bytes=10-");

        assertThat(rows("actor = 'p-officer-hightech' and actor_kind = 'STAFF' and tenant_id = 'guiyang-hightech'"
                        + " and department = 'ht-approval' and case_id = '" + caseId + "' and purpose = 'CASE_HANDLING'"
                        + " and kind = 'DOCUMENT_DOWNLOAD' and not watermarked"))
                .isEqualTo("2");
        assertThat(query("string_agg(bytes_from || '-' || bytes_to, ',' order by id)"))
                .isEqualTo("0-9,10-99999");
        assertThat(query("count(distinct ticket)")).isEqualTo("1");
        assertThat(DatabaseState.digest()).isEqualTo(before);
    }

    @Test
    void what_cannot_be_written_down_is_not_given() {
        String address = address(APPLICANT);
        var _ = DatabaseState.execute("revoke insert on access_log from one_network_app");
        try {
            Browser.Reply reply = browser.get(address);

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.text()).contains("\"code\":\"UNAVAILABLE\"");
            assertThat(storage.readOf(document.key())).isZero();
        } finally {
            var _ = DatabaseState.execute("grant insert on access_log to one_network_app");
        }
    }

    @Test
    void the_service_can_neither_change_nor_delete_the_access_log() {
        assertThat(DatabaseState.query("""
                select has_table_privilege('one_network_app', 'access_log', 'update')
                    or has_table_privilege('one_network_app', 'access_log', 'delete')
                    or has_table_privilege('one_network_app', 'access_log', 'truncate')
                """)).isEqualTo("f");
    }

    @Test
    void a_ticket_opens_no_other_document() {
        StoredFixture other = ofd(10);
        String address =
                address(APPLICANT).replace(document.id().toString(), other.id().toString());

        assertThat(browser.get(address).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?ticket=", "?ticket=nonsense", "?other=1"})
    void without_a_ticket_there_is_nothing(String query) {
        Browser.Reply reply = browser.get("/documents/" + document.id() + query);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).contains("\"code\":\"NOT_FOUND\"");
    }

    @Test
    void a_ticket_expires() {
        MovableClock.onDay("2026-11-23");
        String address = address(APPLICANT);
        MovableClock.pass(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(browser.get(address).status()).isEqualTo(200);
        MovableClock.pass(Duration.ofSeconds(1));

        Browser.Reply reply = browser.get(address);

        assertThat(reply.status()).isEqualTo(410);
        assertThat(reply.text()).contains("下载地址已过期");
    }

    @Test
    void a_ticket_is_of_no_use_to_somebody_else_who_is_logged_in() {
        String address = address(APPLICANT);

        assertThat(browser.get(address, "Authorization", "Bearer " + Tokens.of("enterprise-other"))
                        .status())
                .isEqualTo(404);
        assertThat(browser.get(address, "Authorization", "Bearer " + Tokens.of(APPLICANT))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_token_that_is_none_is_told_so_in_the_shape_of_any_error() {
        Browser.Reply reply = browser.get(address(APPLICANT), "Authorization", "Bearer nonsense");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text()).contains("\"code\":\"UNAUTHENTICATED\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update service_case set owner = 'person:p-somebody' where id = '%1$s'",
                "update document set state = 'REJECTED' where id = '%2$s'"
            })
    void a_right_that_has_gone_takes_its_ticket_along(String change) {
        String address = address(APPLICANT);
        assertThat(DatabaseState.execute(change.formatted(caseId, document.id())))
                .isOne();

        assertThat(browser.get(address).status()).isEqualTo(404);
        assertThat(rows("true")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant_id = 'guiyang-cbz'", "status = 'DRAFT'"})
    void staff_lose_a_case_that_is_no_longer_filed_with_them(String change) {
        String address = address("officer-hightech");
        assertThat(DatabaseState.execute("update service_case set " + change + " where id = '" + caseId + "'"))
                .isOne();

        assertThat(browser.get(address).status()).isEqualTo(404);
    }

    @Test
    void staff_get_a_file_without_watermarks_of_its_type_as_it_is_and_are_told() {
        Browser.Reply reply = browser.get(address("officer-hightech"));

        assertThat(reply.header("X-Watermark")).isEqualTo("none");
        assertThat(reply.body()).isEqualTo(document.bytes());
    }

    @Test
    void an_applicant_does_not_handle_cases() {
        assertThat(purposes(APPLICANT, "CASE_HANDLING")).isEqualTo("FORBIDDEN");
        assertThat(purposes("officer-hightech", "AUDIT")).isEqualTo("FORBIDDEN");
        assertThat(purposes("auditor", "AUDIT")).isNull();
        assertThat(purposes(APPLICANT, "OWN_USE")).isNull();
    }

    @Test
    void two_purposes_in_one_request_keep_apart() {
        var answer = GraphQl.as("auditor")
                .ask(
                        "query($id: ID) { serviceCase(id: $id) { materials { documents {"
                                + " a: downloadUrl b: downloadUrl(purpose: AUDIT) } } } }",
                        Map.of("id", caseId));
        String a = answer.<String>getList("data.serviceCase.materials.documents.flatten().a")
                .getFirst();
        String b = answer.<String>getList("data.serviceCase.materials.documents.flatten().b")
                .getFirst();

        assertThat(browser.get(a).status()).isEqualTo(200);
        assertThat(browser.get(b).status()).isEqualTo(200);
        assertThat(rows("purpose = 'AUDIT'")).isEqualTo("2");
    }

    @Test
    void there_is_no_address_before_the_checks_are_through() {
        var _ = DatabaseState.execute("update document set state = 'CHECKING' where id = '" + document.id() + "'");

        assertThat(address(APPLICANT)).isNull();
    }

    @Test
    void a_storage_that_is_away_is_told_before_the_first_byte() {
        storage.failAfter(document.key(), 0);

        Browser.Reply reply = browser.get(address(APPLICANT));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isEqualTo("5");
        assertThat(reply.header("Content-Disposition")).isEmpty();
        assertThat(reply.text()).contains("\"code\":\"UNAVAILABLE\"");
    }

    @Test
    void a_storage_that_fails_midway_breaks_the_connection_off() {
        storage.failAfter(document.key(), 50_000);
        String address = address(APPLICANT);

        assertThatThrownBy(() -> browser.get(address)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_client_that_goes_away_ends_the_reading() throws Exception {
        int size = 50_000_000;
        StoredFixture large = ofd(size);
        String address = Browser.address(APPLICANT, caseId, large.id());
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(in.readNBytes(1000)).hasSize(1000);
            Awaitility.await().during(Duration.ofMillis(300)).until(() -> storage.readOf(large.key()) < size / 2);
        }
        long atTheEnd = storage.readOf(large.key());

        assertThat(atTheEnd).as("read at the pace of the client").isLessThan(size / 2);
        Awaitility.await()
                .during(Duration.ofMillis(300))
                .until(() -> storage.readOf(large.key()) - atTheEnd < 1_000_000);
    }

    private StoredFixture ofd(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return StoredFixture.ready(storage, caseId, "营业执照.ofd", "application/ofd", bytes);
    }

    private String address(String persona) {
        return Browser.address(persona, caseId, document.id());
    }

    private String purposes(String persona, String purpose) {
        return GraphQl.as(persona)
                .ask(
                        "query($id: ID, $for: DownloadPurpose) { serviceCase(id: $id) { materials {"
                                + " documents { downloadUrl(purpose: $for) } } } }",
                        Map.of("id", caseId, "for", purpose))
                .getString("errors[0].extensions.code");
    }

    private String rows(String condition) {
        return DatabaseState.query(
                "select count(*) from access_log where document_id = '" + document.id() + "' and (" + condition + ")");
    }

    private String query(String what) {
        return DatabaseState.query("select " + what + " from access_log where document_id = '" + document.id() + "'");
    }
}
