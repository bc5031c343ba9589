package cn.onenetwork.scenario;

import static cn.onenetwork.testing.Delegating.accepted;
import static cn.onenetwork.testing.Delegating.done;
import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Delegating;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.MovableClock;
import cn.onenetwork.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// What an agent can do in the cases of another, from the grant to its end.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DelegatedCasesTest {

    private static final String RESIDENCE = "ht-residence-permit";
    private static final String COMPANY = "91520198EXMPL0018E";
    private static final String AGENT = "enterprise-other";

    @BeforeEach
    void nobody_acts_for_anybody() {
        Delegating.forgetAll();
    }

    @Test
    void an_agent_applies_for_a_person_and_the_journal_names_both() {
        String delegation = accepted("citizen", AGENT, Map.of());
        String id = begun(AGENT, RESIDENCE, Map.of("delegationId", delegation)).getString("id");
        Filing.handIn(AGENT, id);
        JsonPath filed = act(AGENT, "caseSubmit", id);

        assertThat(codes(filed, "caseSubmit")).isEmpty();
        assertThat(basis(AGENT, id)).isEqualTo("DELEGATION");
        assertThat(basis("citizen", id)).isEqualTo("OWNER");
        assertThat(basis("officer-hightech", id)).isEqualTo("STAFF");
        assertThat(basis("auditor", id)).isEqualTo("AUDIT");
        assertThat(basis("enterprise-operator", id)).isNull();
        assertThat(mine("citizen")).contains(id);
        assertThat(mine(AGENT)).contains(id);
        assertThat(DatabaseState.query(
                        "select string_agg(distinct actor_id || ' ' || principal || ' ' || delegation_id, ',')"
                                + " from case_event where case_id = '" + id + "' and actor <> 'SYSTEM'"))
                .isEqualTo("p-enterprise-other person:p-citizen " + delegation);
        assertThat(intact(id)).isTrue();
        assertThat(DatabaseState.execute("update case_event set delegation_id = '" + UUID.randomUUID()
                        + "' where sequence = 1 and case_id = '" + id + "'"))
                .isEqualTo(1);
        assertThat(intact(id)).as("by which delegation is part of the chain").isFalse();
    }

    @Test
    void what_the_principal_does_is_in_the_own_name() {
        String id = Filing.draft("citizen", RESIDENCE);

        assertThat(DatabaseState.query(
                        "select actor_id || ' ' || principal || ' ' || coalesce(delegation_id::text, '-')"
                                + " from case_event where case_id = '" + id + "'"))
                .isEqualTo("p-citizen person:p-citizen -");
        assertThat(act("citizen", "caseSubmit", Filing.complete("citizen", RESIDENCE))
                        .getString("data.caseSubmit.serviceCase.status"))
                .isNotNull();
    }

    @Test
    void an_operator_by_delegation_acts_for_a_company_by_its_credit_code() {
        assertThat(codes(begin("citizen", ItemFixture.LAND_PLANNING, Map.of("onBehalfOf", COMPANY)), "caseDraftSave"))
                .containsExactly("NOT_DELEGATED");
        String delegation = accepted("enterprise-legal", "citizen", Map.of("onBehalfOf", COMPANY));
        String id = begun("citizen", ItemFixture.LAND_PLANNING, Map.of("onBehalfOf", COMPANY))
                .getString("id");

        assertThat(basis("citizen", id)).isEqualTo("DELEGATION");
        assertThat(basis("enterprise-legal", id)).isEqualTo("CORPORATION");
        assertThat(basis("enterprise-operator", id)).isEqualTo("CORPORATION");
        Filing.handIn("citizen", id);
        assertThat(codes(act("citizen", "caseSubmit", id), "caseSubmit")).isEmpty();
        assertThat(DatabaseState.query(
                        "select principal || ' ' || delegation_id from case_event where kind = 'SUBMITTED'"
                                + " and case_id = '" + id + "'"))
                .isEqualTo("corporation:" + COMPANY + " " + delegation);
    }

    @Test
    void an_agent_does_what_was_granted_and_nothing_else() {
        String delegation = accepted("citizen", AGENT, Map.of("actions", List.of("DRAFT", "UPLOAD")));
        String id = begun(AGENT, RESIDENCE, Map.of("delegationId", delegation)).getString("id");
        Filing.handIn(AGENT, id);

        assertThat(allowed(AGENT, id)).contains("DRAFT_SAVE", "DOCUMENT_UPLOAD").doesNotContain("SUBMIT");
        assertThat(codes(act(AGENT, "caseSubmit", id), "caseSubmit")).containsExactly("NOT_DELEGATED");
        assertThat(codes(act("citizen", "caseSubmit", id), "caseSubmit")).isEmpty();
        assertThat(codes(act(AGENT, "caseWithdraw", id), "caseWithdraw")).containsExactly("NOT_DELEGATED");
    }

    @Test
    void who_may_only_look_begins_nothing() {
        String delegation = accepted("citizen", AGENT, Map.of("actions", List.of()));
        String id = Filing.draft("citizen", RESIDENCE);

        assertThat(basis(AGENT, id)).isEqualTo("DELEGATION");
        assertThat(allowed(AGENT, id)).isEmpty();
        assertThat(codes(begin(AGENT, RESIDENCE, Map.of("delegationId", delegation)), "caseDraftSave"))
                .containsExactly("NOT_DELEGATED");
        assertThat(codes(save(AGENT, id), "caseDraftSave")).containsExactly("NOT_DELEGATED");
    }

    @Test
    void plain_values_are_for_agents_who_may_edit() {
        String id = Filing.draft("citizen", RESIDENCE);
        String plain = plainForm("citizen", id).getString("data.serviceCase.form");
        String delegation = accepted("citizen", AGENT, Map.of("actions", List.of("DRAFT")));
        assertThat(plain).isNotNull();
        assertThat(plainForm(AGENT, id).getString("data.serviceCase.form")).isEqualTo(plain);
        var _ = done(
                Delegating.mutate(
                        "citizen",
                        "delegationNarrow",
                        Map.of("idempotencyKey", Filing.key(), "id", delegation, "actions", List.of())),
                "delegationNarrow");

        assertThat(plainForm(AGENT, id).getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
        assertThat(seen(AGENT, id, "form").getString("form")).isNotNull().isNotEqualTo(plain);
    }

    private static JsonPath plainForm(String persona, String id) {
        return GraphQl.as(persona)
                .ask("query($id: ID) { serviceCase(id: $id) { form(unmask: true) } }", Map.of("id", id));
    }

    @Test
    void commitments_are_signed_only_by_who_may_sign() {
        String id = Filing.draft("citizen", RESIDENCE);
        var _ = accepted("citizen", AGENT, Map.of("actions", List.of("SUBMIT")));
        JsonPath refused = Filing.mutate(
                AGENT,
                "caseSubmit",
                Map.of("idempotencyKey", Filing.key(), "id", id, "deferred", List.of("ht-residence-permit-m01")));

        assertThat(codes(refused, "caseSubmit")).containsExactly("NOT_DELEGATED");
        assertThat(refused.getList("data.caseSubmit.userErrors[0].path")).containsExactly("commitments");
    }

    @Test
    void items_outside_the_scope_are_out_of_sight_and_reach() {
        String seen = Filing.draft("citizen", RESIDENCE);
        String unseen = Filing.complete("citizen", ItemFixture.SENIOR_CARD);
        int before = mineCount(AGENT);
        String delegation = accepted(
                "citizen",
                AGENT,
                Map.of("items", List.of(ItemFixture.item(RESIDENCE).taskCode())));

        assertThat(basis(AGENT, seen)).isEqualTo("DELEGATION");
        assertThat(basis(AGENT, unseen)).isNull();
        assertThat(mine(AGENT)).contains(seen).doesNotContain(unseen);
        assertThat(mineCount(AGENT) - before)
                .isEqualTo(Integer.parseInt(DatabaseState.query(
                        "select count(*) from service_case where owner = 'person:p-citizen' and task_code = '"
                                + ItemFixture.item(RESIDENCE).taskCode() + "'")));
        assertThat(codes(begin(AGENT, ItemFixture.SENIOR_CARD, Map.of("delegationId", delegation)), "caseDraftSave"))
                .containsExactly("NOT_DELEGATED");
        assertThat(reusable("citizen", seen))
                .as("files of another case are offered to their owner")
                .containsAnyElementsOf(files(unseen));
        assertThat(reusable(AGENT, seen))
                .as("files of a case out of scope are not offered")
                .doesNotContainAnyElementsOf(files(unseen));
    }

    @Test
    void narrowing_counts_at_once() {
        String id = Filing.draft("citizen", RESIDENCE);
        String delegation = accepted("citizen", AGENT, Map.of());
        assertThat(codes(save(AGENT, id), "caseDraftSave")).isEmpty();
        var _ = done(
                Delegating.mutate(
                        "citizen",
                        "delegationNarrow",
                        Map.of("idempotencyKey", Filing.key(), "id", delegation, "actions", List.of("SUBMIT"))),
                "delegationNarrow");

        assertThat(codes(save(AGENT, id), "caseDraftSave")).containsExactly("NOT_DELEGATED");
    }

    @Test
    void after_the_revocation_the_case_does_not_exist_for_the_agent() {
        String delegation = accepted("citizen", AGENT, Map.of());
        Map<String, Object> input = draftInput(RESIDENCE, Map.of("delegationId", delegation));
        String id = Filing.mutate(AGENT, "caseDraftSave", input).getString("data.caseDraftSave.serviceCase.id");
        var _ = done(Delegating.mutate("citizen", "delegationRevoke", delegation), "delegationRevoke");

        assertThat(basis(AGENT, id)).isNull();
        assertThat(mine(AGENT)).doesNotContain(id);
        assertThat(polled(AGENT, id)).isZero();
        assertThat(codes(act(AGENT, "caseSubmit", id), "caseSubmit")).containsExactly("NOT_FOUND");
        assertThat(codes(act(AGENT, "caseSubmit", UUID.randomUUID().toString()), "caseSubmit"))
                .containsExactly("NOT_FOUND");
        assertThat(codes(Filing.mutate(AGENT, "caseDraftSave", input), "caseDraftSave"))
                .as("a repetition tells nothing either")
                .containsExactly("NOT_FOUND");
        assertThat(basis("citizen", id)).isEqualTo("OWNER");
    }

    @Test
    void time_ends_it_without_anybody_writing_it_down() {
        String delegation = accepted("citizen", AGENT, Map.of());
        String id = begun(AGENT, RESIDENCE, Map.of("delegationId", delegation)).getString("id");
        int told = polled(AGENT, id);
        MovableClock.pass(Duration.ofDays(30));

        assertThat(told).isEqualTo(1);
        assertThat(basis(AGENT, id)).isNull();
        assertThat(polled(AGENT, id)).isZero();
        assertThat(codes(begin(AGENT, RESIDENCE, Map.of("delegationId", delegation)), "caseDraftSave"))
                .containsExactly("NOT_DELEGATED");
        assertThat(DatabaseState.query("select status from delegation where id = '" + delegation + "'"))
                .isEqualTo("ACTIVE");
    }

    @Test
    void a_delegation_of_others_opens_nothing() {
        String others = accepted("citizen", "enterprise-bonded", Map.of());
        String pending = Delegating.granted("citizen", AGENT, Map.of());

        for (String id : List.of(others, pending, UUID.randomUUID().toString(), "no id")) {
            JsonPath refused = begin(AGENT, RESIDENCE, Map.of("delegationId", id));
            assertThat(codes(refused, "caseDraftSave")).as(id).containsExactly("NOT_DELEGATED");
        }
        assertThat(begin(AGENT, RESIDENCE, Map.of("delegationId", others, "onBehalfOf", COMPANY))
                        .getString("errors[0].extensions.code"))
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void no_bytes_are_taken_and_none_given_after_the_revocation() {
        String delegation = accepted("citizen", AGENT, Map.of());
        String id = begun(AGENT, RESIDENCE, Map.of("delegationId", delegation)).getString("id");
        Filing.handIn(AGENT, id);
        String download = firstDownload(AGENT, id);
        String upload = announced(AGENT, id);
        assertThat(upload(AGENT, upload)).isEqualTo(200);
        var _ = done(Delegating.mutate("citizen", "delegationRevoke", delegation), "delegationRevoke");

        assertThat(upload(AGENT, upload)).isEqualTo(404);
        assertThat(RestAssured.given().get(download).statusCode()).isEqualTo(404);
    }

    private static JsonPath begin(String persona, String item, Map<String, Object> more) {
        return Filing.mutate(persona, "caseDraftSave", draftInput(item, more));
    }

    private static Map<String, Object> draftInput(String item, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("idempotencyKey", Filing.key());
        input.put("taskCode", ItemFixture.item(item).taskCode());
        input.put("form", Filing.formExample(item));
        return input;
    }

    private static JsonPath begun(String persona, String item, Map<String, Object> more) {
        JsonPath answer = begin(persona, item, more);
        assertThat(codes(answer, "caseDraftSave")).isEmpty();
        return answer.setRootPath("data.caseDraftSave.serviceCase");
    }

    private static JsonPath save(String persona, String id) {
        return act(persona, "caseDraftSave", id);
    }

    private static JsonPath act(String persona, String mutation, String id) {
        return Filing.mutate(persona, mutation, Map.of("idempotencyKey", Filing.key(), "id", id));
    }

    private static List<String> codes(JsonPath answer, String mutation) {
        assertThat(answer.getList("errors")).isNull();
        return answer.getList("data." + mutation + ".userErrors.code");
    }

    private static JsonPath seen(String persona, String id, String fields) {
        return GraphQl.as(persona)
                .ask("query($id: ID) { serviceCase(id: $id) { " + fields + " } }", Map.of("id", id))
                .setRootPath("data.serviceCase");
    }

    private static String basis(String persona, String id) {
        return seen(persona, id, "accessBasis").getString("accessBasis");
    }

    private static List<String> allowed(String persona, String id) {
        return seen(persona, id, "allowedActions").getList("allowedActions");
    }

    private static List<String> reusable(String persona, String id) {
        return seen(persona, id, "materials { reusable { id } }").getList("materials.reusable.id.flatten()");
    }

    private static List<String> files(String id) {
        return List.of(
                DatabaseState.query("select string_agg(id::text, ',') from document where case_id = '" + id + "'")
                        .split(","));
    }

    private static List<String> mine(String persona) {
        return GraphQl.as(persona)
                .ask("{ myCases(first: 100) { nodes { id } } }")
                .getList("data.myCases.nodes.id");
    }

    private static int mineCount(String persona) {
        return GraphQl.as(persona).ask("{ myCases(first: 1) { totalCount } }").getInt("data.myCases.totalCount");
    }

    /// How many events of that case the feed tells.
    private static int polled(String persona, String id) {
        int told = 0;
        String after = null;
        boolean more = true;
        while (more) {
            Map<String, Object> variables = new HashMap<>();
            variables.put("after", after);
            JsonPath page = GraphQl.as(persona)
                    .ask(
                            "query($after: String) { caseEvents(after: $after, first: 100)"
                                    + " { nodes { caseId } pageInfo { hasNextPage endCursor } } }",
                            variables)
                    .setRootPath("data.caseEvents");
            told += (int)
                    page.getList("nodes.caseId").stream().filter(id::equals).count();
            after = page.getString("pageInfo.endCursor");
            more = page.getBoolean("pageInfo.hasNextPage");
        }
        return told;
    }

    private static boolean intact(String id) {
        String caseNo = DatabaseState.query("select case_no from service_case where id = '" + id + "'");
        return GraphQl.as("auditor")
                .ask("query($no: String!) { caseJournalVerify(caseNo: $no) { intact } }", Map.of("no", caseNo))
                .getBoolean("data.caseJournalVerify.intact");
    }

    private static String firstDownload(String persona, String id) {
        List<String> addresses = seen(persona, id, "materials { documents { downloadUrl } }")
                .getList("materials.documents.downloadUrl.flatten()");
        assertThat(addresses).isNotEmpty().doesNotContainNull();
        return addresses.getFirst();
    }

    private static String announced(String persona, String id) {
        Map<String, Object> material =
                seen(persona, id, "materials { material { id mediaTypes } }").getMap("materials[0].material");
        return GraphQl.as(persona)
                .ask(
                        "mutation($input: DocumentUploadCreateInput!) { documentUploadCreate(input: $input)"
                                + " { upload { id } userErrors { code } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "idempotencyKey",
                                        Filing.key(),
                                        "caseId",
                                        id,
                                        "materialId",
                                        material.get("id"),
                                        "fileName",
                                        "补充材料.bin",
                                        "mediaType",
                                        ((List<?>) material.get("mediaTypes")).getFirst(),
                                        "size",
                                        10)))
                .getString("data.documentUploadCreate.upload.id");
    }

    private static int upload(String persona, String upload) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(persona))
                .header("Tus-Resumable", "1.0.0")
                .head("/uploads/" + upload)
                .statusCode();
    }
}
