package cn.onenetwork.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One application for a land-planning licence (promised within four working days), walked through the API as
/// applicant and officers do.
final class CaseWalk {

    static final String APPLICANT = "enterprise-other";
    static final Map<String, Object> GROUNDS = Map.of("reason", "不属于本机关职权", "remedy", "可申请行政复议");
    static final Map<String, Object> MISSING =
            Map.of("items", List.of(Map.of("path", "projectName", "note", "请补充项目名称")));

    private static final String CASE = """
            query($id: ID) { serviceCase(id: $id) {
                id caseNo version status tab closure acceptedOn lastSequence allowedActions claimedByViewer
                supplementNotice { answerBy repeated items { path materialId note } }
                deadline { promisedDueOn statutoryDueOn remainingWorkdays warning paused ledger { date counts reason } }
                vouchers { type number issuedOn dueOn sequence content }
                timeline(first: 100) { nodes { kind from to note dueOn actor sequence } } } }
            """;

    private final String id;

    private CaseWalk(String id) {
        this.id = id;
    }

    /// Filed with the example answers, to be delivered electronically.
    static CaseWalk filed() {
        return filed("ELECTRONIC");
    }

    /// @param delivery how the result shall be handed over: ELECTRONIC, WINDOW or EXPRESS
    static CaseWalk filed(String delivery) {
        Map<String, Object> form = Filing.formExample(ItemFixture.LAND_PLANNING);
        form.put("deliveryMethod", delivery);
        CaseWalk walk = new CaseWalk(Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING, form));
        Filing.handIn(APPLICANT, walk.id);
        return walk.applicant("caseSubmit", Map.of());
    }

    /// Received and accepted by the window.
    static CaseWalk underReview(String delivery) {
        return filed(delivery).officer("officer-hightech", "caseReceive").officer("officer-hightech", "caseAccept");
    }

    CaseWalk applicant(String mutation, Map<String, Object> more) {
        assertThat(refusals(triedByApplicant(mutation, more), mutation)).isEmpty();
        return this;
    }

    CaseWalk officer(String persona, String mutation) {
        return officer(persona, mutation, Map.of());
    }

    CaseWalk officer(String persona, String mutation, Map<String, Object> more) {
        var _ = Filing.officer(persona, mutation, id, more);
        return this;
    }

    /// Tries something that the applicant can do; returns the whole answer.
    JsonPath triedByApplicant(String mutation, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.putAll(Map.of("idempotencyKey", Filing.key(), "id", id));
        return Filing.mutate(APPLICANT, mutation, input);
    }

    /// Tries something that an officer can do, on the version that is there now; the codes that refuse it.
    List<String> refused(String persona, String mutation, Map<String, Object> more) {
        return refusals(triedByOfficer(persona, mutation, more, version()), mutation);
    }

    JsonPath triedByOfficer(String persona, String mutation, Map<String, Object> more, int version) {
        Map<String, Object> input = new HashMap<>(more);
        input.putAll(Map.of("idempotencyKey", Filing.key(), "caseId", id, "expectedVersion", version));
        return Filing.mutate(persona, mutation, input);
    }

    static List<String> refusals(JsonPath answer, String mutation) {
        assertThat(answer.getList("errors")).isNull();
        return answer.getList("data." + mutation + ".userErrors.code");
    }

    String id() {
        return id;
    }

    String caseNo() {
        return seenBy(APPLICANT).getString("caseNo");
    }

    int version() {
        return seenBy(APPLICANT).getInt("version");
    }

    String status() {
        return seenBy(APPLICANT).getString("status");
    }

    /// The case as somebody sees it, with all that hangs on it.
    JsonPath seenBy(String persona) {
        JsonPath answer = GraphQl.as(persona).ask(CASE, Map.of("id", id));
        assertThat(answer.getList("errors")).isNull();
        return answer.setRootPath("data.serviceCase");
    }

    /// Whether the window finds it among the cases of that warning level.
    boolean inWorklist(String warning) {
        JsonPath answer = GraphQl.as("officer-hightech")
                .ask(
                        "query($filter: WorklistFilter) { worklist(filter: $filter) { nodes { id } } }",
                        Map.of("filter", Map.of("warning", warning, "text", caseNo())));
        assertThat(answer.getList("errors")).isNull();
        return answer.getList("data.worklist.nodes.id").contains(id);
    }

    /// What somebody can do with it, apart from its documents.
    List<String> allowed(String persona) {
        return seenBy(persona).<String>getList("allowedActions").stream()
                .filter(action -> !action.startsWith("DOCUMENT_"))
                .toList();
    }

    /// What happened, oldest first, each with the due day after it; without the documents that were handed in.
    List<String> events() {
        List<Map<String, Object>> newestFirst = seenBy(APPLICANT).getList("timeline.nodes");
        return newestFirst.reversed().stream()
                .filter(event -> !event.get("kind").toString().startsWith("DOCUMENT_"))
                .map(event -> event.get("kind") + (event.get("dueOn") == null ? "" : " " + event.get("dueOn")))
                .toList();
    }

    /// The types of the vouchers, oldest first, each with the due day it states.
    List<String> vouchers() {
        List<Map<String, Object>> vouchers = seenBy(APPLICANT).getList("vouchers");
        return vouchers.stream()
                .map(voucher -> voucher.get("type") + (voucher.get("dueOn") == null ? "" : " " + voucher.get("dueOn")))
                .toList();
    }

    /// The number of its voucher of that type.
    String voucherNumber(String type) {
        return seenBy(APPLICANT).getString("vouchers.find { it.type == '" + type + "' }.number");
    }
}
