package cn.onenetwork.scenario;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.documents.inspection.PaperFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.MovableClock;
import cn.onenetwork.testing.Subscription;
import cn.onenetwork.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The life of a document, over the wire: ticket, bytes by tus, checks, slot, the officer's copy, and bytes that are
/// kept once.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DocumentLifeTest {

    private static final String APPLICANT = "enterprise-legal";
    private static final String MAP = "ht-land-planning-m05";

    private static final String CREATE =
            "mutation($input: DocumentUploadCreateInput!) { documentUploadCreate(input: $input)"
                    + " { upload { id url } userErrors { code message path } } }";
    private static final String SLOTS = "query($id: ID) { serviceCase(id: $id) { materials { material { id } state"
            + " documents { id state rejection rejectionReason sha256 downloadUrl review reviewNote } } } }";
    private static final String WATCH =
            "subscription($id: ID) { caseProgressed(id: $id, afterSequence: 1) { kind note actor } }";

    @BeforeEach
    void it_is_monday() {
        MovableClock.onDay("2026-03-02");
    }

    @Test
    void uploaded_checked_filed_judged_and_read_by_both_sides() throws Exception {
        byte[] paper = PaperFixture.pdf(2);
        String id = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING);
        try (Subscription watching = GraphQl.as(APPLICANT).subscribe(WATCH, Map.of("id", id))) {
            String document = uploaded(id, paper, "application/pdf");
            isBecome(id, document, "READY");

            List<JsonPath> events = watching.next(2);
            assertThat(events)
                    .extracting(event -> event.getString("data.caseProgressed.kind"))
                    .containsExactly("DOCUMENT_UPLOADED", "DOCUMENT_CHANGED");
            assertThat(events)
                    .extracting(event -> event.getString("data.caseProgressed.actor"))
                    .containsExactly("LEGAL_PERSON", "SYSTEM");
            assertThat(events.getLast().getString("data.caseProgressed.note")).isEqualTo("建设用地勘测定界图：检查通过");
            assertThat(document(APPLICANT, id, document).getString("sha256")).isEqualTo(sha256(paper));
        }
        String document = document(APPLICANT, id, null).getString("id");
        var _ = Filing.mutate(APPLICANT, "caseSubmit", Map.of("idempotencyKey", Filing.key(), "id", id));

        assertThat(download(APPLICANT, id, document).asByteArray()).isEqualTo(paper);
        Response copy = download("officer-hightech", id, document);
        assertThat(copy.statusCode()).isEqualTo(200);
        assertThat(copy.asByteArray()).isNotEqualTo(paper).startsWith("%PDF".getBytes());
        assertThat(document("officer-cbz", id, document)).isNull();
        assertThat(DatabaseState.query("select string_agg(actor || ' ' || purpose, ', ' order by at) from access_log"
                        + " where document_id = '" + document + "'"))
                .isEqualTo("p-enterprise-legal OWN_USE, p-officer-hightech CASE_HANDLING");

        var _ = Filing.officer(
                "officer-hightech", "documentReturn", id, Map.of("documentId", document, "note", "图纸不清晰"));
        assertThat(document(APPLICANT, id, document).getString("review")).isEqualTo("RETURNED");
        assertThat(document(APPLICANT, id, document).getString("reviewNote")).isEqualTo("图纸不清晰");
    }

    @Test
    void what_does_not_pass_is_told_in_the_language_of_the_reader_and_its_bytes_go() {
        String id = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING);
        String document = uploaded(id, "#!/bin/sh\nexit 0\n".getBytes(), "application/pdf");
        isBecome(id, document, "REJECTED");

        JsonPath told = document(APPLICANT, id, document);
        assertThat(told.getString("rejection")).isEqualTo("TYPE_MISMATCH");
        assertThat(told.getString("rejectionReason")).isEqualTo("文件内容与声明的文件类型不符。");
        assertThat(told.getString("downloadUrl")).isNull();
        assertThat(DatabaseState.query("select count(*) from storage_garbage g join document d"
                        + " on d.storage_key = g.storage_key where d.id = '" + document + "'"))
                .isEqualTo("1");
        JsonPath refused = Filing.mutate(APPLICANT, "caseSubmit", Map.of("idempotencyKey", Filing.key(), "id", id));
        assertThat(refused.getList("data.caseSubmit.userErrors.code")).containsExactly("MATERIAL_MISSING");
    }

    @Test
    void the_same_content_is_kept_once_in_a_case_and_apart_in_two() {
        byte[] paper = PaperFixture.pdf(1);
        String id = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING);
        String other = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING);
        String first = uploaded(id, paper, "application/pdf");
        isBecome(id, first, "READY");
        String second = uploaded(id, paper, "application/pdf");
        isBecome(id, second, "READY");
        String third = uploaded(other, paper, "application/pdf");
        isBecome(other, third, "READY");

        assertThat(key(second)).isEqualTo(key(first));
        assertThat(key(third)).isNotEqualTo(key(first));
        assertThat(Filing.mutate(
                                APPLICANT,
                                "documentRemove",
                                Map.of("idempotencyKey", Filing.key(), "caseId", id, "documentId", first))
                        .getList("data.documentRemove.userErrors"))
                .isEmpty();
        assertThat(download(APPLICANT, id, second).asByteArray()).isEqualTo(paper);
    }

    private static String uploaded(String caseId, byte[] bytes, String mediaType) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "idempotencyKey",
                Filing.key(),
                "caseId",
                caseId,
                "materialId",
                MAP,
                "fileName",
                "勘测定界图 " + Filing.key() + ".pdf",
                "mediaType",
                mediaType,
                "size",
                bytes.length));
        JsonPath ticket = GraphQl.as(APPLICANT).ask(CREATE, Map.of("input", input));
        assertThat(ticket.getList("data.documentUploadCreate.userErrors")).isEmpty();
        given().header("Authorization", "Bearer " + Tokens.of(APPLICANT))
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", 0)
                .contentType("application/offset+octet-stream")
                .body(bytes)
                .patch(ticket.getString("data.documentUploadCreate.upload.url"))
                .then()
                .statusCode(204);
        return ticket.getString("data.documentUploadCreate.upload.id");
    }

    private static void isBecome(String caseId, String document, String state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(document(APPLICANT, caseId, document).getString("state"))
                                .isEqualTo(state));
    }

    private static Response download(String persona, String caseId, String document) {
        return given().urlEncodingEnabled(false)
                .get(document(persona, caseId, document).getString("downloadUrl"));
    }

    /// As somebody sees it; the first of the slot where none is named; null where the case is not theirs to see.
    private static JsonPath document(String persona, String caseId, String document) {
        JsonPath answer = GraphQl.as(persona).ask(SLOTS, Map.of("id", caseId));
        if (answer.get("data.serviceCase") == null) {
            return null;
        }
        int slot =
                answer.<String>getList("data.serviceCase.materials.material.id").indexOf(MAP);
        String documents = "data.serviceCase.materials[" + slot + "].documents";
        int index =
                document == null ? 0 : answer.<String>getList(documents + ".id").indexOf(document);
        return answer.setRootPath(documents + "[" + index + "]");
    }

    private static String key(String document) {
        return DatabaseState.query("select storage_key from document where id = '" + document + "'");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
