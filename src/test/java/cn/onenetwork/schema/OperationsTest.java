package cn.onenetwork.schema;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.documents.DocumentFixture;
import cn.onenetwork.testing.Delegating;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.Subscription;
import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The documents of the mobile app, as it sends them.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OperationsTest {

    private static final String ITEM = "社会保障卡申领";
    private static final String PHOTO = "ht-social-security-card-m02";
    private static final List<Map<String, String>> WRONG = List.of(Map.of("materialId", PHOTO, "note", "请提供近期相片。"));
    private static final Map<String, String> GROUNDS = Map.of("reason", "不属于本机关职权范围。", "remedy", "可在六十日内申请行政复议。");

    private final Set<String> executed = new TreeSet<>();
    private String taskCode;
    private Map<String, Object> answers;

    static Stream<String> operations() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("graphql-schema", "operations"))) {
            return files.map(file -> file.getFileName().toString().replace(".graphql", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_document_holds_one_operation_of_its_name_and_fits_the_schema(String name) {
        String document = GraphQl.document(name);

        assertThat(Parser.parse(document).getDefinitionsOfType(OperationDefinition.class))
                .extracting(OperationDefinition::getName)
                .containsExactly(name);
        assertThat(ParseAndValidate.parseAndValidate(
                                PublishedSchema.schema(),
                                ExecutionInput.newExecutionInput(document).build())
                        .getErrors())
                .isEmpty();
    }

    private void find_the_item() {
        JsonPath found = run("citizen", "CatalogueSearch", Map.of("filter", Map.of("text", ITEM)));
        taskCode = found.getString("data.serviceItems.nodes[0].taskCode");
        answers = run("citizen", "ItemDetail", Map.of("taskCode", taskCode)).getMap("data.serviceItem.formExample");
    }

    @Test
    void every_document_is_executed_in_the_life_of_a_few_cases() throws IOException {
        find_the_item();
        from_login_to_delivery();
        decide("CaseRefuse", "caseRefuse", received(), "officer-hightech", GROUNDS, "NOT_ACCEPTED");
        decide("CaseReject", "caseReject", accepted(), "reviewer-hightech", GROUNDS, "DELIVERING");
        supplemented();
        taken_back();
        followed();
        delegated();
        asked_without_a_login();
        consented();
        corrected();
        exported_and_erased();
        days();

        assertThat(executed).containsExactlyElementsOf(operations().collect(Collectors.toCollection(TreeSet::new)));
    }

    private void from_login_to_delivery() {
        assertThat(run("citizen", "Viewer", Map.of()).getList("data.viewer.roles"))
                .containsExactly("CITIZEN");
        String id = draft();
        try (Subscription progress =
                GraphQl.as("citizen").subscribeTo("CaseProgress", Map.of("id", id, "afterSequence", 0))) {
            executed.add("CaseProgress");
            var _ = document(id);
            submit(id);
            decide("CaseReceive", "caseReceive", id, "officer-hightech", Map.of(), "RECEIVED");
            decide("CaseAccept", "caseAccept", id, "officer-hightech", Map.of("note", "材料齐全。"), "UNDER_REVIEW");
            decide("CaseApprove", "caseApprove", id, "reviewer-hightech", Map.of(), "DELIVERING");
            decide("CaseDeliver", "caseDeliver", id, "officer-hightech", Map.of(), "COMPLETED");

            List<JsonPath> events = progress.next(12);
            assertThat(events)
                    .extracting(event -> event.getInt("data.caseProgressed.sequence"))
                    .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
            JsonPath detail = run("citizen", "CaseDetail", Map.of("id", id));
            assertThat(detail.getList("data.serviceCase.timeline.nodes.kind").reversed())
                    .isEqualTo(events.stream()
                            .map(event -> event.get("data.caseProgressed.kind"))
                            .toList())
                    .startsWith(
                            "DRAFT_SAVED", "DOCUMENT_UPLOADED", "DOCUMENT_CHANGED", "SUBMITTED", "RECEIVED", "ACCEPTED")
                    .endsWith("DELIVERED", "COMPLETED");
            assertThat(detail.getList("data.serviceCase.deadline.ledger")).isNotEmpty();
            assertThat(detail.getList("data.serviceCase.materials.material.id")).isNotEmpty();
        }
    }

    private void delegated() {
        String refused = granted();
        delegation("enterprise-other", "Refuse", refused, Map.of(), "REFUSED");
        String released = granted();
        delegation("enterprise-other", "Accept", released, Map.of(), "ACTIVE");
        delegation("enterprise-other", "Release", released, Map.of(), "RELEASED");
        String revoked = granted();
        delegation("citizen", "Narrow", revoked, Map.of("actions", List.of("DRAFT")), "PENDING");
        delegation("citizen", "Revoke", revoked, Map.of(), "REVOKED");
        assertThat(run("citizen", "MyDelegations", Map.of("as", "PRINCIPAL")).getList("data.myDelegations.nodes.id"))
                .contains(refused, released, revoked);
    }

    private String granted() {
        JsonPath granted =
                run("citizen", "DelegationGrant", Map.of("input", Delegating.extent("enterprise-other", Map.of())));
        assertThat(granted.getString("data.delegationGrant.delegation.status")).isEqualTo("PENDING");
        return granted.getString("data.delegationGrant.delegation.id");
    }

    private void delegation(String persona, String verb, String id, Map<String, Object> more, String status) {
        Map<String, Object> input = new HashMap<>(more);
        input.putAll(Map.of("id", id, "idempotencyKey", key()));
        assertThat(run(persona, "Delegation" + verb, Map.of("input", input))
                        .getString("data.delegation" + verb + ".delegation.status"))
                .isEqualTo(status);
    }

    private void taken_back() {
        String id = submitted();
        JsonPath shown = run("citizen", "CaseDetail", Map.of("id", id));
        assertThat(run("citizen", "MyCases", Map.of("tab", "IN_REVIEW")).getList("data.myCases.nodes.id"))
                .contains(id);
        JsonPath queue = run(
                "officer-hightech",
                "Worklist",
                Map.of(
                        "filter",
                        Map.of("text", shown.getString("data.serviceCase.caseNo"), "status", List.of("SUBMITTED"))));
        assertThat(queue.getList("data.worklist.nodes.id")).containsExactly(id);
        assertThat(run("citizen", "CaseForm", Map.of("id", id)).getMap("data.serviceCase.form"))
                .isEqualTo(answers);
        JsonPath withdrawn = run(
                "citizen",
                "CaseWithdraw",
                Map.of("input", Map.of("id", id, "reason", "填写有误", "idempotencyKey", key())));
        assertThat(withdrawn.getString("data.caseWithdraw.serviceCase.status")).isEqualTo("WITHDRAWN");
    }

    private void followed() {
        JsonPath known = run("citizen", "CaseEvents", Map.of("first", 1));
        String first = known.getString("data.caseEvents.pageInfo.endCursor");
        try (Subscription progress = GraphQl.as("citizen").subscribeTo("MyCasesProgress", Map.of("after", first))) {
            executed.add("MyCasesProgress");
            JsonPath following = run("citizen", "CaseEvents", Map.of("after", first, "first", 5));
            assertThat(progress.next(5))
                    .extracting(event -> event.getString("data.myCasesProgressed.cursor"))
                    .isEqualTo(following.getList("data.caseEvents.nodes.cursor"));
        }
    }

    private void asked_without_a_login() {
        String id = submitted();
        JsonPath renewed =
                run("citizen", "CaseQueryCodeRenew", Map.of("input", Map.of("id", id, "idempotencyKey", key())));
        renewed.setRootPath("data.caseQueryCodeRenew.serviceCase");
        JsonPath shown = GraphQl.anonymous()
                .operation(
                        "CaseQuery",
                        Map.of("caseNo", renewed.getString("caseNo"), "queryCode", renewed.getString("queryCode")));
        executed.add("CaseQuery");
        assertThat(shown.getString("data.caseProgress.status")).isEqualTo("SUBMITTED");
    }

    private void consented() {
        String version = run("citizen", "PrivacyNotice", Map.of()).getString("data.privacyNotice.version");
        Map<String, Object> input = Map.of("purpose", "SERVICE_ANALYSIS", "idempotencyKey", key());
        Map<String, Object> shown = new HashMap<>(input);
        shown.put("noticeVersion", version);
        assertThat(run("citizen", "ConsentGive", Map.of("input", shown)).getBoolean("data.consentGive.consent.given"))
                .isTrue();
        assertThat(run("citizen", "MyConsents", Map.of()).getList("data.myConsents.given"))
                .contains(true);
        assertThat(run("citizen", "ConsentWithdraw", Map.of("input", input))
                        .getBoolean("data.consentWithdraw.consent.given"))
                .isFalse();
    }

    private void corrected() {
        String id = submitted();
        JsonPath asked = run(
                "citizen",
                "CorrectionRequest",
                Map.of("input", Map.of("caseId", id, "form", answers, "reason", "更正", "idempotencyKey", key())));
        String request = asked.getString("data.correctionRequest.correction.id");
        assertThat(run("officer-hightech", "OpenCorrections", Map.of()).getList("data.openCorrections.id"))
                .contains(request);
        JsonPath decided = run(
                "officer-hightech",
                "CorrectionDecide",
                Map.of("input", Map.of("correctionId", request, "approve", true, "idempotencyKey", key())));
        assertThat(decided.getString("data.correctionDecide.correction.state")).isEqualTo("DONE");
        assertThat(run("citizen", "MyCorrections", Map.of()).getList("data.myCorrections.id"))
                .contains(request);
    }

    private void exported_and_erased() {
        JsonPath exported = run("citizen", "PersonalDataExport", Map.of("input", Map.of("idempotencyKey", key())));
        assertThat(exported.getString("data.personalDataExport.url")).contains("/me/export?ticket=");
        String id = draft();
        JsonPath erased =
                run("citizen", "PersonalDataErase", Map.of("input", Map.of("caseId", id, "idempotencyKey", key())));
        assertThat(erased.getBoolean("data.personalDataErase.results[0].erased"))
                .isTrue();
        assertThat(run("citizen", "MyAccessLog", Map.of("first", 5)).getList("data.myAccessLog.nodes"))
                .isNotNull();
    }

    private void days() {
        JsonPath days = run("citizen", "WorkCalendar", Map.of("from", "2026-10-01", "to", "2026-10-31"));
        assertThat(days.getList("data.workCalendar.date")).hasSize(31);
        JsonPath due = run("citizen", "DueDate", Map.of("from", "2022-01-28", "workdays", 5));
        assertThat(due.getString("data.dueDate.dueOn")).isEqualTo("2022-02-09");
    }

    private String draft() {
        JsonPath saved = run(
                "citizen",
                "DraftSave",
                Map.of("input", Map.of("taskCode", taskCode, "form", answers, "idempotencyKey", key())));
        return saved.getString("data.caseDraftSave.serviceCase.id");
    }

    /// The photo that the item asks for; the announced one is taken as if it had been uploaded.
    private String document(String id) {
        JsonPath created = run(
                "citizen",
                "DocumentUploadCreate",
                Map.of(
                        "input",
                        Map.of(
                                "idempotencyKey",
                                key(),
                                "caseId",
                                id,
                                "materialId",
                                PHOTO,
                                "fileName",
                                "相片 " + key() + ".jpg",
                                "mediaType",
                                "image/jpeg",
                                "size",
                                1000)));
        String document = created.getString("data.documentUploadCreate.upload.id");
        DocumentFixture.ready(document);
        return document;
    }

    /// A photo that is used again, a wrong one that is removed, one that is sent back twice and replaced.
    private void supplemented() {
        String first = document(draft());
        String id = draft();
        ofApplicant("DocumentRemove", "documentRemove", id, Map.of("documentId", document(id)));
        ofApplicant("DocumentReuse", "documentReuse", id, Map.of("materialId", PHOTO, "documentId", first));
        submit(id);
        decide("CaseReturn", "caseReturn", id, "officer-hightech", Map.of("items", WRONG), "PRE_REVIEW_RETURNED");
        String second = document(id);
        submit(id);
        decide("CaseReceive", "caseReceive", id, "officer-hightech", Map.of(), "RECEIVED");
        decide(
                "DocumentReturn",
                "documentReturn",
                id,
                "supervisor-hightech",
                Map.of("documentId", second, "note", "相片模糊。"),
                "RECEIVED");
        decide(
                "CaseRequireSupplement",
                "caseRequireSupplement",
                id,
                "supervisor-hightech",
                Map.of("items", List.of()),
                "SUPPLEMENT_REQUIRED");
        String third = document(id);
        var _ = run("citizen", "CaseSupplement", Map.of("input", Map.of("idempotencyKey", key(), "id", id)));
        decide(
                "DocumentPass",
                "documentPass",
                id,
                "officer-hightech",
                Map.of("documentId", third, "verified", true),
                "RECEIVED");
    }

    private void ofApplicant(String name, String field, String id, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("caseId", id);
        input.put("idempotencyKey", key());
        assertThat(run("citizen", name, Map.of("input", input)).getString("data." + field + ".serviceCase.id"))
                .isEqualTo(id);
    }

    private void submit(String id) {
        JsonPath submitted = run("citizen", "DraftSubmit", Map.of("input", Map.of("id", id, "idempotencyKey", key())));
        assertThat(submitted.getString("data.caseSubmit.serviceCase.status")).isEqualTo("SUBMITTED");
    }

    private String submitted() {
        String id = draft();
        var _ = document(id);
        submit(id);
        return id;
    }

    private String received() {
        String id = submitted();
        decide("CaseReceive", "caseReceive", id, "officer-hightech", Map.of(), "RECEIVED");
        return id;
    }

    private String accepted() {
        String id = received();
        decide("CaseAccept", "caseAccept", id, "officer-hightech", Map.of(), "UNDER_REVIEW");
        return id;
    }

    private void decide(String name, String field, String id, String persona, Map<String, ?> more, String status) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("caseId", id);
        input.put("expectedVersion", version(persona, id));
        input.put("idempotencyKey", key());
        JsonPath decided = run(persona, name, Map.of("input", input));
        assertThat(decided.getString("data." + field + ".serviceCase.status")).isEqualTo(status);
    }

    private int version(String persona, String id) {
        return run(persona, "CaseDetail", Map.of("id", id)).getInt("data.serviceCase.version");
    }

    /// Executes a document, which must succeed.
    private JsonPath run(String persona, String name, Map<String, ?> variables) {
        JsonPath answer = GraphQl.as(persona).operation(name, variables);
        assertThat(answer.getList("errors")).as(name).isNull();
        assertThat(userErrors(answer)).as(name).isEmpty();
        executed.add(name);
        return answer;
    }

    /// Of all payloads in an answer.
    private static List<Object> userErrors(JsonPath answer) {
        return answer.<String, Object>getMap("data").values().stream()
                .filter(field -> field instanceof Map<?, ?> payload && payload.containsKey("userErrors"))
                .flatMap(payload -> ((List<?>) ((Map<?, ?>) payload).get("userErrors")).stream())
                .map(Object.class::cast)
                .toList();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
