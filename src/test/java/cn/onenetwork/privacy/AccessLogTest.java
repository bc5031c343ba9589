package cn.onenetwork.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Delegating;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Who looked at my file, over the API.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccessLogTest {

    private static final String OWNER = "enterprise-other";
    private static final String LOG = """
            query($id: ID, $first: Int, $after: String) { myAccessLog(caseId: $id, first: $first, after: $after) {
                totalCount pageInfo { hasNextPage endCursor }
                nodes { kind actorKind actorName tenant department purpose parts times caseNo verified } } }
            """;
    private static final String VERIFY =
            "query($no: String!) { accessLogVerify(caseNo: $no) { intact rows brokenAt } }";
    private static final String NUMBER = "query($id: ID) { serviceCase(id: $id) { caseNo } }";

    @Inject
    WritingAccesses writing;

    @Inject
    ForgettingAccesses forgetting;

    private String id;

    @BeforeEach
    void file_a_case() {
        id = Filing.submitted(OWNER, ItemFixture.POLICY_CLAIM);
    }

    @Test
    void all_that_one_request_shows_of_a_case_is_one_entry() {
        var answer = GraphQl.as("officer-hightech").ask("""
                query($id: ID) { serviceCase(id: $id) { caseNo form materials { state documents { id } }
                    a: timeline(first: 5) { nodes { kind } } b: timeline { nodes { note } } vouchers { number } } }
                """, Map.of("id", id));
        assertThat(answer.getList("errors")).isNull();

        List<Map<String, Object>> log = log();
        assertThat(log).hasSize(1);
        assertThat(log.getFirst())
                .containsEntry("kind", "READ")
                .containsEntry("actorKind", "STAFF")
                .containsEntry("tenant", "guiyang-hightech")
                .containsEntry("department", "ht-approval")
                .containsEntry("purpose", "CASE_HANDLING")
                .containsEntry("caseNo", answer.getString("data.serviceCase.caseNo"))
                .containsEntry("verified", true);
        assertThat(log.getFirst().get("parts"))
                .isEqualTo(List.of("CASE", "FORM", "MATERIALS", "DOCUMENTS", "TIMELINE", "VOUCHERS"));
        assertThat((String) log.getFirst().get("actorName")).startsWith("*");
    }

    @Test
    void plain_values_are_an_entry_of_their_own_with_what_was_said_they_are_for() {
        assertThat(GraphQl.as("officer-hightech")
                        .ask(
                                "query($id: ID) { serviceCase(id: $id) { form(unmask: true, purpose: CONTACT) } }",
                                Map.of("id", id))
                        .getList("errors"))
                .isNull();

        assertThat(log())
                .extracting(entry -> entry.get("kind") + " " + entry.get("purpose") + " " + entry.get("parts"))
                .containsExactlyInAnyOrder("READ CASE_HANDLING [CASE]", "FORM_UNMASK CONTACT [FORM]");
        assertThat(verdict()).isEqualTo("true 2 null");
    }

    @Test
    void who_follows_a_case_is_one_entry_for_all_that_is_told() {
        try (var following = GraphQl.as("officer-hightech")
                .subscribe(
                        "subscription($id: ID) { caseProgressed(id: $id, afterSequence: 0) { sequence } }",
                        Map.of("id", id))) {
            assertThat(following.next().getInt("data.caseProgressed.sequence")).isEqualTo(1);
            assertThat(following.next().getInt("data.caseProgressed.sequence")).isEqualTo(2);
            assertThat(log()).extracting(entry -> entry.get("parts")).containsExactly(List.of("NEWS"));
        }
    }

    @Test
    void who_follows_all_cases_is_noted_in_those_of_which_something_was_told_and_the_owner_is_not() {
        String cursor = "query { caseEvents(first: 1) { pageInfo { endCursor } } }";
        String all = "subscription($after: String) { myCasesProgressed(after: $after) { caseId } }";
        String before = GraphQl.as(OWNER).ask(cursor).getString("data.caseEvents.pageInfo.endCursor");
        try (var officer = GraphQl.as("officer-hightech").subscribe(all, Map.of("after", before));
                var owner = GraphQl.as(OWNER).subscribe(all, Map.of("after", before))) {
            while (!officer.next().getString("data.myCasesProgressed.caseId").equals(id)) {}
            while (!owner.next().getString("data.myCasesProgressed.caseId").equals(id)) {}
        }

        assertThat(log()).extracting(entry -> entry.get("parts")).containsExactly(List.of("NEWS"));
    }

    @Test
    void an_agent_is_somebody_else_even_when_it_edits() {
        String delegation = Delegating.accepted(OWNER, "citizen", Map.of("onBehalfOf", "91520198EXMPL00269"));
        try {
            JsonPath seen = GraphQl.as("citizen")
                    .ask("query($id: ID) { serviceCase(id: $id) { form(unmask: true) } }", Map.of("id", id));
            assertThat(seen.getList("errors")).isNull();
            assertThat(seen.getMap("data.serviceCase.form")).isNotEmpty();
        } finally {
            var _ = Delegating.mutate(OWNER, "delegationRevoke", delegation);
        }

        assertThat(log())
                .extracting(entry -> entry.get("purpose") + " " + entry.get("parts") + " " + entry.get("actorKind"))
                .containsExactly("AGENCY [CASE, FORM] PERSON");
        assertThat(ask("citizen", Map.of("id", id)).getList("data.myAccessLog.nodes"))
                .as("the log is the owner's")
                .isEmpty();
    }

    @Test
    void who_asks_with_the_query_code_is_noted_even_where_nobody_knows_who_it_is() {
        JsonPath mine =
                GraphQl.as(OWNER).ask("query($id: ID) { serviceCase(id: $id) { caseNo queryCode } }", Map.of("id", id));
        Map<String, String> secret = Map.of(
                "no", mine.getString("data.serviceCase.caseNo"), "code", mine.getString("data.serviceCase.queryCode"));
        for (GraphQl asker : List.of(GraphQl.anonymous(), GraphQl.as(OWNER))) {
            assertThat(asker.ask(
                                    "query($no: String!, $code: String!) { caseProgress(caseNo: $no, queryCode: $code) {"
                                            + " status } }",
                                    secret)
                            .getString("data.caseProgress.status"))
                    .isEqualTo("SUBMITTED");
        }

        assertThat(log())
                .extracting(entry -> entry.get("purpose") + " " + entry.get("parts") + " " + entry.get("actorName"))
                .containsExactly("ENQUIRY [PROGRESS] ");
    }

    @Test
    void a_row_of_a_pod_of_the_version_before_gets_its_place_in_the_chain() {
        look("officer-hightech");
        write();
        assertThat(DatabaseState.execute("insert into access_log (id, at, actor, actor_kind, case_id, kind, purpose,"
                        + " document_id, ticket, bytes_from, bytes_to, watermarked) values (gen_random_uuid(), now(), 'p-old',"
                        + " 'STAFF', '" + id + "', 'DOCUMENT_DOWNLOAD', 'CASE_HANDLING', gen_random_uuid(), 't', 0, 9,"
                        + " true)"))
                .isEqualTo(1);
        look("officer-hightech");
        write();

        assertThat(verdict()).isEqualTo("true 3 null");
    }

    @Test
    void what_was_not_asked_for_is_not_said_to_be_given() {
        look("officer-hightech");
        look("officer-hightech");

        assertThat(log()).hasSize(1);
        assertThat(log().getFirst()).containsEntry("parts", List.of("CASE")).containsEntry("times", 2);
    }

    @Test
    void the_owners_side_leaves_no_trace_and_neither_does_who_sees_nothing() {
        look(OWNER);
        look("officer-cbz");
        look("citizen");
        look("admin");

        assertThat(log()).isEmpty();
    }

    @Test
    void the_worklist_and_auditors_are_logged_too() {
        look("auditor");
        String after = null;
        for (boolean more = true; more; ) {
            JsonPath page = GraphQl.as("officer-hightech")
                    .ask(
                            "query($after: String) { worklist(first: 100, after: $after) { nodes { id }"
                                    + " pageInfo { hasNextPage endCursor } } }",
                            after == null ? Map.of() : Map.of("after", after));
            after = page.getString("data.worklist.pageInfo.endCursor");
            more = page.getBoolean("data.worklist.pageInfo.hasNextPage");
        }

        assertThat(log())
                .extracting(entry -> entry.get("purpose") + " " + entry.get("parts"))
                .containsExactly("CASE_HANDLING [LISTED]", "AUDIT [CASE]");
    }

    @Test
    void only_the_owner_and_who_represents_it_reads_the_log() {
        look("officer-hightech");
        assertThat(log()).hasSize(1);

        for (String other : List.of("citizen", "enterprise-legal", "enterprise-operator")) {
            assertThat(ask(other, Map.of("id", id)).getList("data.myAccessLog.nodes"))
                    .as(other)
                    .isEmpty();
            assertThat(ask(other, Map.of("id", id)).getInt("data.myAccessLog.totalCount"))
                    .as(other)
                    .isZero();
        }
        for (String staff : List.of("officer-hightech", "supervisor-hightech", "auditor", "admin")) {
            assertThat(ask(staff, Map.of()).getString("errors[0].extensions.code"))
                    .as(staff)
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(GraphQl.anonymous().ask(LOG).getString("errors[0].extensions.code"))
                .isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void an_operator_does_not_read_what_its_corporation_may() {
        String theirs = Filing.submitted("enterprise-legal", ItemFixture.POLICY_CLAIM);
        look("officer-hightech", theirs);
        write();

        assertThat(ask("enterprise-legal", Map.of("id", theirs)).getList("data.myAccessLog.nodes"))
                .hasSize(1);
        assertThat(ask("enterprise-operator", Map.of("id", theirs)).getList("data.myAccessLog.nodes"))
                .isEmpty();
    }

    @Test
    void pages_hold_every_entry_once() {
        for (int i = 0; i < 3; i++) {
            look("officer-hightech");
            write();
        }
        JsonPath first = ask(OWNER, Map.of("id", id, "first", 2));
        JsonPath second = ask(
                OWNER, Map.of("id", id, "first", 2, "after", first.getString("data.myAccessLog.pageInfo.endCursor")));

        assertThat(first.getInt("data.myAccessLog.totalCount")).isEqualTo(3);
        assertThat(first.getList("data.myAccessLog.nodes")).hasSize(2);
        assertThat(second.getList("data.myAccessLog.nodes")).hasSize(1);
        assertThat(second.getBoolean("data.myAccessLog.pageInfo.hasNextPage")).isFalse();
    }

    @Test
    void a_changed_row_is_found_by_the_owner_and_by_the_auditor() {
        for (int i = 0; i < 3; i++) {
            look("officer-hightech");
            write();
        }
        assertThat(verdict()).isEqualTo("true 3 null");

        assertThat(DatabaseState.execute(
                        "update access_log set actor = 'p-nobody' where position = 2 and case_id = '" + id + "'"))
                .isEqualTo(1);
        assertThat(verdict()).isEqualTo("false 3 2");
        assertThat(log()).extracting(entry -> entry.get("verified")).containsExactly(true, false, true);

        assertThat(DatabaseState.execute("delete from access_log where position = 3 and case_id = '" + id + "'"))
                .isEqualTo(1);
        assertThat(verdict()).isEqualTo("false 2 2");
    }

    @Test
    void the_database_reckons_the_same_hashes() {
        look("officer-hightech");
        write();

        assertThat(DatabaseState.query("select bool_and(hash = access_log_hash(prev_hash, access_log_fields(a)))"
                        + " from access_log a where case_id = '" + id + "'"))
                .isEqualTo("t");
    }

    @Test
    void only_auditors_verify() {
        String number = number();
        for (String persona : List.of(OWNER, "officer-hightech", "supervisor-hightech", "admin")) {
            assertThat(GraphQl.as(persona).ask(VERIFY, Map.of("no", number)).getString("errors[0].extensions.code"))
                    .as(persona)
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(GraphQl.as("auditor").ask(VERIFY, Map.of("no", "nonsense")).getString("data.accessLogVerify"))
                .isNull();
    }

    @Test
    void writers_side_by_side_make_one_chain() {
        AccessChain chain = jakarta.enterprise
                .inject
                .spi
                .CDI
                .current()
                .select(AccessChain.class)
                .get();
        List<List<AccessRow>> batches = IntStream.range(0, 20)
                .mapToObj(i -> Note.folded(List.of(AccessFixture.note(
                        "p-" + i, java.util.UUID.fromString(id), cn.onenetwork.cases.CasePart.CASE))))
                .toList();
        CompletableFuture<?>[] written = java.util.stream.Stream.concat(batches.stream(), batches.stream())
                .map(batch -> chain.append(batch).subscribeAsCompletionStage())
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(written).join();

        assertThat(verdict()).isEqualTo("true 20 null");
    }

    @Test
    void old_rows_go_and_the_rest_stays_verifiable() {
        MovableClock.onDay("2020-03-09");
        look("officer-hightech");
        write();
        MovableClock.onDay("2026-11-20");
        look("officer-hightech");
        write();
        assertThat(verdict()).isEqualTo("true 2 null");

        forgetting.forget().await().indefinitely();
        assertThat(verdict()).isEqualTo("true 1 null");
        assertThat(log())
                .hasSize(1)
                .first()
                .satisfies(entry -> assertThat(entry).containsEntry("verified", true));
    }

    @Test
    void nothing_younger_than_six_months_goes_whatever_is_asked() {
        look("officer-hightech");
        write();
        assertThat(DatabaseState.query("select access_log_forget(now() + interval '1 year', 1000) >= 0"))
                .isEqualTo("t");

        assertThat(verdict()).isEqualTo("true 1 null");
    }

    private void look(String persona) {
        look(persona, id);
    }

    private static void look(String persona, String id) {
        assertThat(GraphQl.as(persona).ask(NUMBER, Map.of("id", id)).getList("errors"))
                .isNull();
    }

    private void write() {
        writing.write().await().indefinitely();
    }

    private String number() {
        return DatabaseState.query("select case_no from service_case where id = '" + id + "'");
    }

    private String verdict() {
        Map<String, Object> verdict =
                GraphQl.as("auditor").ask(VERIFY, Map.of("no", number())).getMap("data.accessLogVerify");
        return verdict.get("intact") + " " + verdict.get("rows") + " " + verdict.get("brokenAt");
    }

    private List<Map<String, Object>> log() {
        write();
        JsonPath answer = ask(OWNER, Map.of("id", id));
        assertThat(answer.getList("errors")).isNull();
        return answer.getList("data.myAccessLog.nodes");
    }

    private static JsonPath ask(String persona, Map<String, ?> variables) {
        return GraphQl.as(persona).ask(LOG, variables);
    }
}
