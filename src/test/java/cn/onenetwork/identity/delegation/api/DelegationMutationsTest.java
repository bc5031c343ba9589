package cn.onenetwork.identity.delegation.api;

import static cn.onenetwork.testing.Delegating.accepted;
import static cn.onenetwork.testing.Delegating.done;
import static cn.onenetwork.testing.Delegating.extent;
import static cn.onenetwork.testing.Delegating.granted;
import static cn.onenetwork.testing.Delegating.idNumber;
import static cn.onenetwork.testing.Delegating.inDays;
import static cn.onenetwork.testing.Delegating.mutate;
import static cn.onenetwork.testing.Delegating.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.identity.delegation.ExpiringDelegations;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Delegating;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DelegationMutationsTest {

    private static final String COMPANY = "91520198EXMPL0018E";

    @Inject
    ExpiringDelegations expiring;

    @BeforeEach
    void nobody_acts_for_anybody() {
        Delegating.forgetAll();
    }

    @Test
    void a_person_grants_another_accepts_and_both_see_it_in_their_lists() {
        String id = granted("citizen", "enterprise-other", Map.of());

        assertThat(listed("enterprise-other", "AGENT")).containsExactly(id);
        JsonPath accepted = done(mutate("enterprise-other", "delegationAccept", id), "delegationAccept");

        assertThat(accepted.getString("status")).isEqualTo("ACTIVE");
        assertThat(accepted.getString("role")).isEqualTo("AGENT");
        assertThat(accepted.getString("principalName")).isEqualTo("*例市民甲");
        assertThat(accepted.getString("agentName")).isEqualTo("*例法人002");
        assertThat(accepted.getString("uscc")).isNull();
        assertThat(accepted.getList("items")).isNull();
        assertThat(accepted.getList("history.kind")).containsExactly("GRANTED", "ACCEPTED");
        assertThat(listed("citizen", "PRINCIPAL")).containsExactly(id);
        assertThat(listed("enterprise-other", "AGENT")).containsExactly(id);
        assertThat(listed("citizen", "AGENT")).isEmpty();
        assertThat(listed("enterprise-other", "PRINCIPAL")).isEmpty();
        assertThat(listed("enterprise-operator", "AGENT")).isEmpty();
    }

    @Test
    void nothing_of_the_identity_number_is_kept_or_told() {
        String number = idNumber("enterprise-other");
        String id = accepted("citizen", "enterprise-other", Map.of());

        for (String table : List.of("delegation", "delegation_change", "idempotency_key")) {
            assertThat(DatabaseState.query(
                            "select count(*) from " + table + " t where t::text like '%" + number + "%'"))
                    .as(table)
                    .isEqualTo("0");
        }
        assertThat(DatabaseState.query("select agent_hash from delegation where id = '" + id + "'"))
                .hasSize(43);
        String wrong = number.substring(0, 17) + (number.endsWith("0") ? "1" : "0");
        JsonPath refused =
                mutate("citizen", "delegationGrant", extent("enterprise-other", Map.of("agentIdNumber", wrong)));
        assertThat(refusals(refused, "delegationGrant")).containsExactly("FORM_INVALID");
        assertThat(refused.prettify()).doesNotContain(wrong, wrong.substring(6, 14));
        assertThat(refused.getList("data.delegationGrant.userErrors[0].path")).containsExactly("agentIdNumber");
    }

    @Test
    void whether_there_is_such_a_person_is_not_told() {
        JsonPath known = mutate("citizen", "delegationGrant", extent("enterprise-other", Map.of()));
        JsonPath unknown = mutate(
                "citizen",
                "delegationGrant",
                extent("enterprise-other", Map.of("agentIdNumber", "440524188001010014")));

        assertThat(withoutIds(unknown)).isEqualTo(withoutIds(known));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delegationAccept", "delegationRefuse", "delegationRelease", "delegationRevoke"})
    void for_everybody_else_it_does_not_exist(String mutation) {
        String pending = granted("citizen", "enterprise-other", Map.of());
        String active = accepted("citizen", "enterprise-other", Map.of());
        String nobody = UUID.randomUUID().toString();

        List<String> answers = Stream.of(pending, active, nobody, "no id")
                .map(id -> mutate("enterprise-operator", mutation, id))
                .map(answer -> answer.getMap("data") + " " + answer.getList("errors"))
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
        assertThat(refusals(mutate("enterprise-operator", mutation, pending), mutation))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void the_principal_cannot_answer_and_the_agent_cannot_take_back() {
        String id = granted("citizen", "enterprise-other", Map.of());

        assertThat(refusals(mutate("citizen", "delegationAccept", id), "delegationAccept"))
                .containsExactly("NOT_FOUND");
        assertThat(refusals(mutate("enterprise-other", "delegationRevoke", id), "delegationRevoke"))
                .containsExactly("NOT_FOUND");
        assertThat(refusals(
                        mutate("enterprise-other", "delegationNarrow", less(id, Map.of("actions", List.of()))),
                        "delegationNarrow"))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void both_sides_need_level_three() {
        assertThat(refusals(mutate("citizen-l2", "delegationGrant", extent("citizen", Map.of())), "delegationGrant"))
                .containsExactly("STEP_UP_REQUIRED");
        String id = granted("citizen", "citizen-l2", Map.of());

        assertThat(listed("citizen-l2", "AGENT")).containsExactly(id);
        assertThat(refusals(mutate("citizen-l2", "delegationAccept", id), "delegationAccept"))
                .containsExactly("STEP_UP_REQUIRED");
        assertThat(done(mutate("citizen-l2", "delegationRefuse", id), "delegationRefuse")
                        .getString("status"))
                .isEqualTo("REFUSED");
    }

    @Test
    void nobody_names_himself() {
        assertThat(refusals(mutate("citizen", "delegationGrant", extent("citizen", Map.of())), "delegationGrant"))
                .containsExactly("FORM_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer-hightech", "auditor", "admin"})
    void staff_neither_grant_nor_look(String persona) {
        JsonPath granted = mutate(persona, "delegationGrant", extent("citizen", Map.of()));
        JsonPath looked = GraphQl.as(persona).ask("{ myDelegations(as: AGENT) { totalCount } }");

        assertThat(granted.getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
        assertThat(looked.getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
    }

    @Test
    void it_is_narrowed_and_says_so_in_its_history() {
        String id = accepted("citizen", "enterprise-other", Map.of());
        JsonPath narrowed = done(
                mutate(
                        "citizen",
                        "delegationNarrow",
                        less(id, Map.of("actions", List.of("DRAFT"), "items", List.of("A1")))),
                "delegationNarrow");

        assertThat(narrowed.getList("actions")).containsExactly("DRAFT");
        assertThat(narrowed.getList("items")).containsExactly("A1");
        assertThat(narrowed.getList("history.kind")).containsExactly("GRANTED", "ACCEPTED", "NARROWED");
        assertThat(narrowed.getList("history[2].actions")).containsExactly("DRAFT");
        assertThat(refusals(
                        mutate("citizen", "delegationNarrow", less(id, Map.of("actions", List.of("SUBMIT")))),
                        "delegationNarrow"))
                .containsExactly("FORM_INVALID");
    }

    @Test
    void nobody_holds_more_than_can_be_read_each_time() {
        String id = granted("citizen", "enterprise-other", Map.of());
        assertThat(DatabaseState.execute("""
                        insert into delegation (id, version, principal, principal_name, role, granted_by, agent_hash, agent,
                            actions, valid_from, valid_to, status, created_at, accepted_at)
                        select gen_random_uuid(), 1, 'person:x' || n, '', 'AGENT', 'x', 'x', 'p-enterprise-other', '{}',
                            '1970-01-01', '2030-01-01', 'ACTIVE', now(), now() from generate_series(1, 500) n
                        """)).isEqualTo(500);

        assertThat(refusals(mutate("enterprise-other", "delegationAccept", id), "delegationAccept"))
                .containsExactly("TOO_MANY_REQUESTS");
        assertThat(DatabaseState.execute("update delegation set status = 'RELEASED' where principal = 'person:x1'"))
                .isEqualTo(1);
        assertThat(done(mutate("enterprise-other", "delegationAccept", id), "delegationAccept")
                        .getString("status"))
                .isEqualTo("ACTIVE");
    }

    @Test
    void the_history_can_only_grow() {
        String id = granted("citizen", "enterprise-other", Map.of());

        assertThat(DatabaseState.query("select has_table_privilege('one_network_app', 'delegation_change', 'UPDATE')"
                        + " or has_table_privilege('one_network_app', 'delegation_change', 'DELETE')"
                        + " or has_table_privilege('one_network_app', 'delegation', 'DELETE')"))
                .as(id)
                .isEqualTo("f");
    }

    @Test
    void the_agent_gives_it_back() {
        String id = accepted("citizen", "enterprise-other", Map.of());

        assertThat(done(mutate("enterprise-other", "delegationRelease", id), "delegationRelease")
                        .getString("status"))
                .isEqualTo("RELEASED");
        assertThat(refusals(mutate("citizen", "delegationRevoke", id), "delegationRevoke"))
                .containsExactly("ILLEGAL_TRANSITION");
    }

    @Test
    void its_time_runs_out_by_the_clock_and_is_written_down_later() {
        String active = accepted("citizen", "enterprise-other", Map.of());
        String pending = granted("citizen", "enterprise-other", Map.of());
        MovableClock.pass(Duration.ofDays(30));

        assertThat(refusals(mutate("enterprise-other", "delegationAccept", pending), "delegationAccept"))
                .containsExactly("ILLEGAL_TRANSITION");
        assertThat(statuses("citizen")).containsExactly("EXPIRED", "EXPIRED");
        assertThat(stored(active)).isEqualTo("ACTIVE");
        expiring.expire().await().indefinitely();

        assertThat(stored(active)).isEqualTo("EXPIRED");
        assertThat(stored(pending)).isEqualTo("EXPIRED");
        assertThat(DatabaseState.query("select kind from delegation_change where delegation_id = '" + active
                        + "' order by id desc limit 1"))
                .isEqualTo("EXPIRED");
    }

    @Test
    void a_repeated_grant_is_one_grant() {
        Map<String, Object> input = extent("enterprise-other", Map.of());
        String id = done(mutate("citizen", "delegationGrant", input), "delegationGrant")
                .getString("id");

        assertThat(done(mutate("citizen", "delegationGrant", input), "delegationGrant")
                        .getString("id"))
                .isEqualTo(id);
        input.put("agentIdNumber", idNumber("enterprise-operator"));
        assertThat(refusals(mutate("citizen", "delegationGrant", input), "delegationGrant"))
                .containsExactly("IDEMPOTENCY_CONFLICT");
    }

    @Test
    void a_company_has_one_administrator_who_names_operators_within_what_was_given() {
        Map<String, Object> administrator = Map.of("onBehalfOf", COMPANY, "role", "ADMINISTRATOR");
        String first = granted("enterprise-legal", "citizen", administrator);
        String second = granted("enterprise-legal", "enterprise-other", administrator);
        var _ = done(mutate("citizen", "delegationAccept", first), "delegationAccept");

        assertThat(refusals(mutate("enterprise-other", "delegationAccept", second), "delegationAccept"))
                .containsExactly("ILLEGAL_TRANSITION");
        assertThat(refusals(
                        mutate("enterprise-legal", "delegationGrant", extent("enterprise-bonded", administrator)),
                        "delegationGrant"))
                .containsExactly("ILLEGAL_TRANSITION");

        assertThat(refusals(
                        mutate(
                                "citizen",
                                "delegationGrant",
                                extent("enterprise-bonded", Map.of("onBehalfOf", COMPANY, "validTo", inDays(31)))),
                        "delegationGrant"))
                .as("longer than the administrator's own")
                .containsExactly("FORM_INVALID");
        String operator =
                accepted("citizen", "enterprise-bonded", Map.of("onBehalfOf", COMPANY, "validTo", inDays(20)));
        assertThat(listed("enterprise-legal", "PRINCIPAL")).contains(operator);
        assertThat(refusals(
                        mutate("citizen", "delegationGrant", extent("enterprise-bonded", administrator)),
                        "delegationGrant"))
                .containsExactly("FORM_INVALID");
        assertThat(refusals(mutate("citizen", "delegationRevoke", first), "delegationRevoke"))
                .as("an administrator does not dispose of administrators")
                .containsExactly("NOT_FOUND");
        assertThat(done(mutate("citizen", "delegationRevoke", operator), "delegationRevoke")
                        .getString("status"))
                .isEqualTo("REVOKED");

        var _ = done(mutate("enterprise-legal", "delegationRevoke", first), "delegationRevoke");
        assertThat(refusals(
                        mutate(
                                "citizen",
                                "delegationGrant",
                                extent("enterprise-bonded", Map.of("onBehalfOf", COMPANY))),
                        "delegationGrant"))
                .containsExactly("NOT_DELEGATED");
        assertThat(done(mutate("enterprise-other", "delegationAccept", second), "delegationAccept")
                        .getString("status"))
                .isEqualTo("ACTIVE");
    }

    @Test
    void the_place_of_an_administrator_whose_time_is_over_is_free() {
        Map<String, Object> administrator = Map.of("onBehalfOf", COMPANY, "role", "ADMINISTRATOR");
        String first = accepted("enterprise-legal", "citizen", administrator);
        MovableClock.pass(Duration.ofDays(31));

        String second = accepted("enterprise-legal", "enterprise-other", administrator);
        assertThat(stored(first)).isEqualTo("EXPIRED");
        assertThat(stored(second)).isEqualTo("ACTIVE");
    }

    @Test
    void two_who_accept_at_once_do_not_both_become_administrator() {
        Map<String, Object> administrator = Map.of("onBehalfOf", COMPANY, "role", "ADMINISTRATOR");
        String first = granted("enterprise-legal", "citizen", administrator);
        String second = granted("enterprise-legal", "enterprise-other", administrator);

        List<CompletableFuture<JsonPath>> answers = List.of(
                CompletableFuture.supplyAsync(() -> mutate("citizen", "delegationAccept", first)),
                CompletableFuture.supplyAsync(() -> mutate("enterprise-other", "delegationAccept", second)));

        assertThat(answers.stream()
                        .map(CompletableFuture::join)
                        .flatMap(answer -> refusals(answer, "delegationAccept").stream()))
                .containsExactly("ILLEGAL_TRANSITION");
        assertThat(List.of(stored(first), stored(second))).containsExactlyInAnyOrder("ACTIVE", "PENDING");
    }

    @Test
    void an_operator_and_a_stranger_grant_nothing_for_a_company() {
        for (String persona : List.of("enterprise-operator", "enterprise-other", "citizen")) {
            JsonPath refused =
                    mutate(persona, "delegationGrant", extent("enterprise-bonded", Map.of("onBehalfOf", COMPANY)));
            assertThat(refusals(refused, "delegationGrant")).as(persona).containsExactly("NOT_DELEGATED");
        }
    }

    @Test
    void nobody_is_flooded_with_grants() {
        int _ = DatabaseState.execute("""
                insert into delegation (id, version, principal, principal_name, role, granted_by, agent_hash, actions,
                    valid_from, valid_to, status, created_at)
                select gen_random_uuid(), 1, 'person:p-citizen', '', 'AGENT', 'p-citizen', 'x', '{}', now(),
                    now() + interval '1 day', 'PENDING', now() from generate_series(1, 50)
                """);

        assertThat(refusals(
                        mutate("citizen", "delegationGrant", extent("enterprise-other", Map.of())), "delegationGrant"))
                .containsExactly("TOO_MANY_REQUESTS");
    }

    @Test
    void a_list_is_paged_and_counted() {
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(_ -> granted("citizen", "enterprise-other", Map.of()))
                .toList()
                .reversed();
        String query = "query($after: String) { myDelegations(as: PRINCIPAL, first: 2, after: $after)"
                + " { nodes { id } totalCount pageInfo { endCursor hasNextPage } } }";

        JsonPath first = GraphQl.as("citizen").ask(query);
        JsonPath second = GraphQl.as("citizen")
                .ask(query, Map.of("after", first.getString("data.myDelegations.pageInfo.endCursor")));

        assertThat(first.getInt("data.myDelegations.totalCount")).isEqualTo(5);
        assertThat(first.getList("data.myDelegations.nodes.id")).isEqualTo(ids.subList(0, 2));
        assertThat(second.getList("data.myDelegations.nodes.id")).isEqualTo(ids.subList(2, 4));
        assertThat(second.getBoolean("data.myDelegations.pageInfo.hasNextPage")).isTrue();
    }

    private static List<String> listed(String persona, String side) {
        JsonPath answer = GraphQl.as(persona)
                .ask(
                        "query($as: DelegationSide!) { myDelegations(as: $as) { nodes { id } totalCount } }",
                        Map.of("as", side));
        List<String> ids = answer.getList("data.myDelegations.nodes.id");
        assertThat(answer.getInt("data.myDelegations.totalCount")).isEqualTo(ids.size());
        return ids;
    }

    private static List<String> statuses(String persona) {
        return GraphQl.as(persona)
                .ask("{ myDelegations(as: PRINCIPAL) { nodes { status } } }")
                .getList("data.myDelegations.nodes.status");
    }

    private static String stored(String id) {
        return DatabaseState.query("select status from delegation where id = '" + id + "'");
    }

    private static Map<String, Object> less(String id, Map<String, Object> what) {
        Map<String, Object> input = new HashMap<>(what);
        input.putAll(Map.of("idempotencyKey", Filing.key(), "id", id));
        return input;
    }

    private static String withoutIds(JsonPath answer) {
        return answer.prettify()
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[^\"]*", "time");
    }
}
