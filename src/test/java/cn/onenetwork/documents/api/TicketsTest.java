package cn.onenetwork.documents.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may announce which file, and what becomes of a slot through the API.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TicketsTest {

    private static final String APPLICANT = "enterprise-legal";
    private static final String MAP = "ht-land-planning-m05";
    private static final int LARGEST = 20 * 1_048_576;

    private static final String CREATE = """
            mutation($input: DocumentUploadCreateInput!) { documentUploadCreate(input: $input) {
                upload { id url expiresAt maxBytes document { id fileName mediaType size sha256 state trustGrade review } }
                userErrors { code message path } } }
            """;
    private static final String SLOTS = """
            query($id: ID) { serviceCase(id: $id) { materials {
                material { id } state required trustGrade note dueOn commitmentText deferralText
                signedCommitment { kind text }
                documents { id fileName state rejection review reviewNote trustGrade }
                reusable { id fileName trustGrade } } vouchers { type content } } }
            """;

    @BeforeEach
    void it_is_monday() {
        MovableClock.onDay("2026-03-02");
    }

    @Test
    void a_ticket_says_where_the_bytes_go_and_until_when() {
        String id = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING);
        JsonPath upload = announce(APPLICANT, file(id)).setRootPath("data.documentUploadCreate.upload");

        assertThat(upload.getString("url")).isEqualTo("/uploads/" + upload.getString("id"));
        assertThat(upload.getString("expiresAt")).startsWith("2026-03-03T");
        assertThat(upload.getInt("maxBytes")).isEqualTo(1000);
        assertThat(upload.getString("document.state")).isEqualTo("UPLOADING");
        assertThat(upload.getString("document.sha256")).isEmpty();
        assertThat(upload.getString("document.review")).isEqualTo("PENDING");
        assertThat(slot(APPLICANT, id, MAP).getList("documents.state")).containsExactly("UPLOADING");
        assertThat(slot(APPLICANT, id, MAP).getString("state")).isEqualTo("MISSING");
    }

    @Test
    void the_same_key_gives_the_same_ticket() {
        String id = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING);
        Map<String, Object> file = file(id);

        assertThat(ticket(announce(APPLICANT, file))).isEqualTo(ticket(announce(APPLICANT, file)));
        assertThat(slot(APPLICANT, id, MAP).getList("documents")).hasSize(1);
        file.put("size", 2);
        assertThat(codes(announce(APPLICANT, file))).containsExactly("IDEMPOTENCY_CONFLICT");
    }

    @Test
    void what_the_material_does_not_take_is_refused_at_its_place() {
        String id = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING);

        assertRefused(id, "mediaType", "text/html", "MEDIA_TYPE_NOT_ALLOWED");
        assertRefused(id, "mediaType", "application/pdf; charset=x", "MEDIA_TYPE_NOT_ALLOWED");
        assertRefused(id, "size", LARGEST + 1, "FILE_TOO_LARGE");
        assertRefused(id, "size", 0, "MATERIAL_INVALID");
        assertRefused(id, "size", -1, "MATERIAL_INVALID");
        assertRefused(id, "materialId", "ht-company-setup-m01", "NOT_FOUND");
        assertThat(slot(APPLICANT, id, MAP).getList("documents")).isEmpty();

        assertThat(codes(announce(APPLICANT, with(file(id), "size", LARGEST)))).isEmpty();
    }

    @Test
    void a_digest_that_is_none_is_bad_input() {
        String id = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING);
        JsonPath refused = announce(APPLICANT, with(file(id), "sha256", "abc"));

        assertThat(refused.getString("errors[0].extensions.code")).isEqualTo("BAD_USER_INPUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "a/b.pdf",
                "a\\b.pdf",
                "..",
                "",
                " ",
                "a\u0000b.pdf",
                "a\nb.pdf",
                "图\u202Efdp.exe",
                "a\u2028b.pdf",
                "\uD800.pdf"
            })
    void a_name_that_plays_tricks_is_refused(String name) {
        String id = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING);

        assertRefused(id, "fileName", name, "MATERIAL_INVALID");
    }

    @Test
    void a_name_is_kept_in_one_form_of_unicode_and_once_in_a_slot() {
        String id = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING);
        JsonPath kept = announce(APPLICANT, with(file(id), "fileName", " Plan de l\u2019e\u0301cole 勘测.pdf "));

        assertThat(kept.getString("data.documentUploadCreate.upload.document.fileName"))
                .isEqualTo("Plan de l\u2019\u00e9cole 勘测.pdf");
        assertRefused(id, "fileName", "Plan de l\u2019\u00e9cole 勘测.pdf", "MATERIAL_INVALID");
        assertRefused(id, "fileName", "长".repeat(121), "MATERIAL_INVALID");
    }

    @Test
    void a_slot_takes_twenty_files_and_a_case_five_hundred_megabytes() {
        String id = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING);
        for (int one = 0; one < 20; one++) {
            assertThat(codes(announce(APPLICANT, with(file(id), "size", LARGEST))))
                    .isEmpty();
        }
        assertRefused(id, "size", 1, "MATERIAL_INVALID", "materialId");

        for (int one = 0; one < 5; one++) {
            assertThat(codes(announce(
                            APPLICANT, with(with(file(id), "materialId", "ht-land-planning-m01"), "size", LARGEST))))
                    .isEmpty();
        }
        assertThat(codes(announce(APPLICANT, with(with(file(id), "materialId", "ht-land-planning-m01"), "size", 1))))
                .containsExactly("MATERIAL_INVALID");
    }

    @Test
    void nobody_announces_files_for_the_case_of_another() {
        String id = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING);

        assertThat(codes(announce("enterprise-other", file(id)))).containsExactly("NOT_FOUND");
        assertThat(codes(announce("citizen", file(id)))).containsExactly("NOT_FOUND");
        assertThat(announce("officer-hightech", file(id)).getString("errors[0].extensions.code"))
                .isEqualTo("FORBIDDEN");
        assertThat(codes(announce("enterprise-operator", file(id)))).isEmpty();
        assertThat(codes(announce(APPLICANT, file("nonsense")))).containsExactly("NOT_FOUND");
    }

    @Test
    void while_the_administration_has_the_word_nothing_is_announced() {
        String id = Filing.submitted(APPLICANT, ItemFixture.LAND_PLANNING);

        assertThat(codes(announce(APPLICANT, file(id)))).containsExactly("ILLEGAL_TRANSITION");
    }

    @Test
    void what_is_missing_is_told_with_its_name_and_what_is_being_checked_differently() {
        String id = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING);
        JsonPath refused = Filing.mutate(APPLICANT, "caseSubmit", Map.of("idempotencyKey", Filing.key(), "id", id));

        assertThat(refused.getList("data.caseSubmit.userErrors.code")).containsExactly("MATERIAL_MISSING");
        assertThat(refused.<String>getList("data.caseSubmit.userErrors[0].path"))
                .containsExactly("materials", MAP);
        assertThat(refused.getString("data.caseSubmit.userErrors[0].message")).contains("建设用地勘测定界图");
    }

    @Test
    void a_deferred_material_is_signed_for_certified_and_handed_in_later() {
        String item = "ht-construction-waste";
        String deferred = "ht-construction-waste-m04";
        String id = Filing.draft(APPLICANT, item);
        JsonPath offered = slot(APPLICANT, id, deferred);
        assertThat(offered.getString("deferralText")).contains("容缺受理").contains("工作日内补齐");
        assertThat(offered.getString("commitmentText")).isNull();
        handInAllBut(id, deferred);
        JsonPath filed = Filing.mutate(
                APPLICANT,
                "caseSubmit",
                Map.of("idempotencyKey", Filing.key(), "id", id, "deferred", List.of(deferred)));
        assertThat(filed.getList("data.caseSubmit.userErrors")).isEmpty();

        assertThat(slot(APPLICANT, id, deferred).getString("state")).isEqualTo("DEFERRED");
        assertThat(slot(APPLICANT, id, deferred).getString("signedCommitment.text"))
                .isEqualTo(offered.getString("deferralText"));
        var _ = Filing.officer("officer-hightech", "caseReceive", id);
        var _ = Filing.officer("officer-hightech", "caseAccept", id);
        JsonPath accepted = GraphQl.as(APPLICANT).ask(SLOTS, Map.of("id", id));
        assertThat(accepted.getList("data.serviceCase.vouchers.type")).contains("ACCEPTANCE_NOTICE", "DEFERRED_NOTICE");
        assertThat(slot(APPLICANT, id, deferred).getString("dueOn")).isGreaterThan("2026-03-02");

        int version = Filing.version("reviewer-hightech", id);
        JsonPath early = Filing.mutate(
                "reviewer-hightech",
                "caseApprove",
                Map.of("idempotencyKey", Filing.key(), "caseId", id, "expectedVersion", version));
        assertThat(early.getList("data.caseApprove.userErrors.code")).containsExactly("MATERIAL_MISSING");

        var _ = Filing.document(APPLICANT, id, deferred, "application/pdf");
        assertThat(slot(APPLICANT, id, deferred).getString("state")).isEqualTo("PROVIDED");
        var _ = Filing.officer("reviewer-hightech", "caseApprove", id);
    }

    @Test
    void a_commitment_stands_in_for_a_document_and_its_words_are_kept() {
        String item = "ht-drainage-permit";
        String report = "ht-drainage-permit-m05";
        String id = Filing.draft(APPLICANT, item);
        handInAllBut(id, report);
        String words = slot(APPLICANT, id, report).getString("commitmentText");
        assertThat(words).contains("告知承诺").contains("承诺不实");
        JsonPath filed = Filing.mutate(
                APPLICANT,
                "caseSubmit",
                Map.of("idempotencyKey", Filing.key(), "id", id, "commitments", List.of(report)));
        assertThat(filed.getList("data.caseSubmit.userErrors")).isEmpty();

        assertThat(slot(APPLICANT, id, report).getString("state")).isEqualTo("COMMITTED");
        assertThat(slot("officer-hightech", id, report).getString("signedCommitment.text"))
                .isEqualTo(words);
        assertThat(DatabaseState.query("select signed_by from commitment_letter where case_id = '" + id + "'"))
                .isEqualTo("p-enterprise-legal");
    }

    @Test
    void a_checked_document_of_the_same_owner_is_used_again_with_its_trust() {
        String first = Filing.complete(APPLICANT, ItemFixture.LAND_PLANNING);
        String document = slot(APPLICANT, first, MAP).getString("documents[0].id");
        var _ = Filing.mutate(APPLICANT, "caseSubmit", Map.of("idempotencyKey", Filing.key(), "id", first));
        var _ = Filing.officer(
                "officer-hightech", "documentPass", first, Map.of("documentId", document, "verified", true));
        assertThat(slot("officer-hightech", first, MAP).getString("documents[0].trustGrade"))
                .isEqualTo("B");
        assertThat(slot("officer-hightech", first, MAP).getList("reusable")).isEmpty();

        String second = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING);
        assertThat(slot(APPLICANT, second, MAP).getList("reusable.id")).contains(document);
        Map<String, Object> again =
                Map.of("idempotencyKey", Filing.key(), "caseId", second, "materialId", MAP, "documentId", document);
        assertThat(Filing.mutate(APPLICANT, "documentReuse", again).getList("data.documentReuse.userErrors"))
                .isEmpty();

        assertThat(slot(APPLICANT, second, MAP).getString("state")).isEqualTo("PROVIDED");
        assertThat(slot(APPLICANT, second, MAP).getString("trustGrade")).isEqualTo("B");
        String stranger = Filing.draft("enterprise-other", ItemFixture.LAND_PLANNING);
        assertThat(Filing.mutate(
                                "enterprise-other",
                                "documentReuse",
                                Map.of(
                                        "idempotencyKey", Filing.key(),
                                        "caseId", stranger,
                                        "materialId", MAP,
                                        "documentId", document))
                        .getList("data.documentReuse.userErrors.code"))
                .containsExactly("NOT_FOUND");
    }

    private static void handInAllBut(String id, String left) {
        GraphQl.as(APPLICANT)
                .ask(SLOTS, Map.of("id", id))
                .<Map<String, Object>>getList("data.serviceCase.materials")
                .stream()
                .filter(slot ->
                        slot.get("required").equals(true) && slot.get("state").equals("MISSING"))
                .map(slot -> (String) ((Map<?, ?>) slot.get("material")).get("id"))
                .filter(material -> !material.equals(left))
                .forEach(material -> {
                    var _ = Filing.document(APPLICANT, id, material, "application/pdf");
                });
    }

    private static Map<String, Object> file(String caseId) {
        return new HashMap<>(Map.of(
                "idempotencyKey",
                Filing.key(),
                "caseId",
                caseId,
                "materialId",
                MAP,
                "fileName",
                "勘测定界图 " + Filing.key() + ".pdf",
                "mediaType",
                "application/pdf",
                "size",
                1000));
    }

    private static Map<String, Object> with(Map<String, Object> file, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(file);
        changed.put(field, value);
        return changed;
    }

    private static JsonPath announce(String persona, Map<String, Object> file) {
        return GraphQl.as(persona).ask(CREATE, Map.of("input", file));
    }

    private static String ticket(JsonPath answer) {
        return answer.getString("data.documentUploadCreate.upload.id");
    }

    private static List<String> codes(JsonPath answer) {
        assertThat(answer.getList("errors")).isNull();
        return answer.getList("data.documentUploadCreate.userErrors.code");
    }

    private static void assertRefused(String id, String field, Object value, String code) {
        assertRefused(id, field, value, code, field);
    }

    private static void assertRefused(String id, String field, Object value, String code, String place) {
        JsonPath refused = announce(APPLICANT, with(file(id), field, value));
        assertThat(codes(refused)).as("%s", value).containsExactly(code);
        assertThat(refused.<String>getList("data.documentUploadCreate.userErrors[0].path"))
                .containsExactly(place);
    }

    private static JsonPath slot(String persona, String id, String material) {
        JsonPath answer = GraphQl.as(persona).ask(SLOTS, Map.of("id", id));
        assertThat(answer.getList("errors")).isNull();
        int index =
                answer.<String>getList("data.serviceCase.materials.material.id").indexOf(material);
        return answer.setRootPath("data.serviceCase.materials[" + index + "]");
    }
}
