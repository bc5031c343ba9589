package cn.onenetwork.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// An export over HTTP, as a person fetches it.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExportTest {

    private static final String PERSON = "enterprise-bonded";
    private static final String ITEM = "cbz-policy-claim";
    private static final String ASK = """
            mutation { personalDataExport(input: {idempotencyKey: "%s"}) { url expiresAt userErrors { code message } } }
            """;

    @ConfigProperty(name = "one-network.documents.storage.folder")
    Path storage;

    @Test
    void it_holds_what_was_filed_in_plain_with_the_timeline_and_who_looked() throws IOException {
        Map<String, Object> form = Filing.formExample(ITEM);
        form.put("bankName", "为导出而填的银行");
        String id = Filing.draft(PERSON, ITEM, form);
        Filing.handIn(PERSON, id);
        String strangers = Filing.draft("enterprise-other", ItemFixture.POLICY_CLAIM);

        Response response = fetch(address(PERSON));
        JsonPath data = document(response);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Content-Type")).isEqualTo("application/zip");
        assertThat(response.header("Cache-Control")).contains("no-store");
        assertThat(data.getString("format")).isEqualTo("cn.onenetwork.personal-data/1");
        Map<String, Object> mine = data.getMap("cases.find { it.id == '" + id + "' }");
        assertThat(mine).containsEntry("status", "DRAFT");
        assertThat(data.getString("cases.find { it.id == '" + id + "' }.form.bankName"))
                .isEqualTo("为导出而填的银行");
        assertThat(data.getList("cases.find { it.id == '" + id + "' }.timeline.kind"))
                .contains("DRAFT_SAVED");
        assertThat(data.getList("cases.id")).doesNotContain(strangers);
        assertThat(data.getMap("")).containsKeys("documents", "consents", "accessLog", "corrections");
    }

    @Test
    void the_files_lie_beside_the_document_byte_by_byte() throws IOException {
        String id = Filing.complete(PERSON, ITEM);
        String document = Filing.document(
                PERSON,
                id,
                ItemFixture.item(ITEM).materials().getFirst().id(),
                ItemFixture.item(ITEM).materials().getFirst().mediaTypes().getFirst());
        byte[] bytes = "%PDF-1.4 内容".getBytes(StandardCharsets.UTF_8);
        keep(document, bytes);

        Map<String, byte[]> archive = unpacked(fetch(address(PERSON)));

        assertThat(archive.keySet()).anyMatch(name -> name.startsWith("files/" + document + "/"));
        assertThat(archive.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("files/" + document))
                        .findFirst()
                        .orElseThrow()
                        .getValue())
                .isEqualTo(bytes);
    }

    @Test
    void a_file_that_is_lost_keeps_nobody_from_the_rest() throws IOException {
        String id = Filing.complete(PERSON, ITEM);
        String document = DatabaseState.query("select min(id::text) from document where case_id = '" + id + "'");

        Map<String, byte[]> archive = unpacked(fetch(address(PERSON)));

        assertThat(new String(archive.get("unavailable.json"), StandardCharsets.UTF_8))
                .contains("files/" + document + "/");
        assertThat(archive).containsKey("personal-data.json");
    }

    @Test
    void an_address_is_good_for_some_minutes_and_cannot_be_altered() {
        String url = address("citizen");
        assertThat(fetch(url).statusCode()).isEqualTo(200);
        assertThat(fetch(url.substring(0, url.length() - 2) + "AA").statusCode())
                .isEqualTo(404);
        assertThat(fetch("/me/export").statusCode()).isEqualTo(404);
        assertThat(fetch("/me/export?ticket=" + "x".repeat(3_000)).statusCode()).isEqualTo(404);

        MovableClock.pass(Duration.ofMinutes(6));
        Response late = fetch(url);
        assertThat(late.statusCode()).isEqualTo(404);
        assertThat(late.jsonPath().getString("errors[0].extensions.code")).isEqualTo("NOT_FOUND");
    }

    @Test
    void it_is_for_people_whose_name_is_proved_and_not_for_staff() {
        JsonPath low = GraphQl.as("citizen-l1").ask(ASK.formatted(Filing.key()));
        assertThat(low.getString("data.personalDataExport.userErrors[0].code")).isEqualTo("STEP_UP_REQUIRED");
        assertThat(low.getString("data.personalDataExport.url")).isNull();
        for (String staff : List.of("officer-hightech", "auditor", "admin")) {
            assertThat(GraphQl.as(staff).ask(ASK.formatted(Filing.key())).getString("errors[0].extensions.code"))
                    .as(staff)
                    .isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void an_operator_exports_nothing_of_its_corporation() throws IOException {
        String id = Filing.draft("enterprise-legal", ItemFixture.POLICY_CLAIM);

        assertThat(document(fetch(address("enterprise-legal"))).getList("cases.id"))
                .contains(id);
        assertThat(document(fetch(address("enterprise-operator"))).getList("cases.id"))
                .doesNotContain(id);
    }

    private void keep(String document, byte[] bytes) throws IOException {
        String key = DatabaseState.query("select storage_key from document where id = '" + document + "'");
        var _ = DatabaseState.execute("update document set size = " + bytes.length + " where id = '" + document + "'");
        Path file = storage.resolve(key.substring(0, 2)).resolve(key);
        var _ = Files.createDirectories(file.getParent());
        var _ = Files.write(file, bytes);
    }

    private static String address(String persona) {
        JsonPath answer = GraphQl.as(persona).ask(ASK.formatted(Filing.key()));
        assertThat(answer.getList("errors")).isNull();
        return answer.getString("data.personalDataExport.url");
    }

    private static Response fetch(String url) {
        return RestAssured.given().urlEncodingEnabled(false).get(url).andReturn();
    }

    private static JsonPath document(Response response) throws IOException {
        return JsonPath.from(new String(unpacked(response).get("personal-data.json"), StandardCharsets.UTF_8));
    }

    private static Map<String, byte[]> unpacked(Response response) throws IOException {
        return ZipStreamTest.unpacked(Buffer.buffer(response.asByteArray()));
    }
}
