package cn.onenetwork.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.Subscription;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The story of one case, through real HTTP and a real WebSocket with real tokens.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CaseLifecycleScenarioTest {

    private static final String SUBSCRIPTION =
            "subscription($id: ID, $after: Int) { caseProgressed(id: $id, afterSequence: $after)"
                    + " { sequence kind from to caseNo dueOn actor } }";

    @Test
    void an_enterprise_files_and_watches_its_case_move_to_a_licence() {
        JsonPath found = GraphQl.anonymous()
                .ask(
                        "{ serviceItems(filter: { text: \"用地规划\" }) { nodes { taskCode name promisedLimit { value } } } }");
        assertThat(found.getList("data.serviceItems.nodes.name")).containsExactly("建设用地规划许可证核发");

        String id = Filing.draft("enterprise-legal", ItemFixture.LAND_PLANNING);
        try (Subscription watching =
                GraphQl.as("enterprise-operator").subscribe(SUBSCRIPTION, Map.of("id", id, "after", 0))) {
            var _ = Filing.document("enterprise-legal", id, "ht-land-planning-m05", "application/pdf");
            JsonPath submitted =
                    Filing.mutate("enterprise-legal", "caseSubmit", Map.of("idempotencyKey", Filing.key(), "id", id));
            assertThat(submitted.getList("data.caseSubmit.userErrors")).isEmpty();
            assertThat(submitted.getString("data.caseSubmit.serviceCase.caseNo"))
                    .hasSize(21)
                    .startsWith("520198");

            assertSeesNothing("officer-cbz", id);
            assertSeesNothing("enterprise-other", id);
            assertSeesNothing("admin", id);
            assertThat(Filing.officer("officer-hightech", "caseReceive", id).getString("status"))
                    .isEqualTo("RECEIVED");
            assertThat(Filing.officer("officer-hightech", "caseAccept", id).getString("status"))
                    .isEqualTo("UNDER_REVIEW");
            assertThat(Filing.officer("reviewer-hightech", "caseApprove", id).getString("status"))
                    .isEqualTo("COMPLETED");

            List<JsonPath> events = watching.next(10);
            assertThat(events.stream().map(event -> event.getString("data.caseProgressed.kind")))
                    .containsExactly(
                            "DRAFT_SAVED",
                            "DOCUMENT_UPLOADED",
                            "DOCUMENT_CHANGED",
                            "SUBMITTED",
                            "RECEIVED",
                            "ACCEPTED",
                            "REVIEW_STARTED",
                            "APPROVED",
                            "CERTIFICATE_MAKING_STARTED",
                            "COMPLETED");
            assertThat(events.stream().map(event -> event.getInt("data.caseProgressed.sequence")))
                    .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        }
    }

    @Test
    void who_subscribes_late_gets_what_was_missed_and_only_that() {
        String id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);

        int filed = GraphQl.as("enterprise-legal")
                .ask("query($id: ID) { serviceCase(id: $id) { lastSequence } }", Map.of("id", id))
                .getInt("data.serviceCase.lastSequence");

        try (Subscription watching =
                GraphQl.as("enterprise-legal").subscribe(SUBSCRIPTION, Map.of("id", id, "after", filed - 1))) {
            assertThat(watching.next().getString("data.caseProgressed.kind")).isEqualTo("SUBMITTED");
            var _ = Filing.officer("officer-hightech", "caseReceive", id);
            assertThat(watching.next().getString("data.caseProgressed.kind")).isEqualTo("RECEIVED");
        }
    }

    @Test
    void who_may_not_see_the_case_cannot_watch_it() {
        String id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);

        for (String stranger : List.of("enterprise-other", "officer-cbz", "admin", "citizen")) {
            try (Subscription watching = GraphQl.as(stranger).subscribe(SUBSCRIPTION, Map.of("id", id, "after", 0))) {
                assertThat(watching.next().getString("errors[0].extensions.code"))
                        .as(stranger)
                        .isEqualTo("NOT_FOUND");
            }
        }
    }

    @Test
    void an_operator_of_the_same_enterprise_finds_the_case_among_its_own() {
        String id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);

        assertThat(GraphQl.as("enterprise-operator")
                        .ask("{ myCases(first: 100) { nodes { id } } }")
                        .getList("data.myCases.nodes.id"))
                .contains(id);
        assertThat(GraphQl.as("enterprise-other")
                        .ask("{ myCases(first: 100) { nodes { id } } }")
                        .getList("data.myCases.nodes.id"))
                .doesNotContain(id);
    }

    @Test
    void a_draft_is_seen_by_nobody_but_its_applicant() {
        String id = Filing.draft("enterprise-legal", ItemFixture.LAND_PLANNING);

        for (String other : List.of("officer-hightech", "supervisor-hightech", "auditor", "enterprise-other")) {
            assertSeesNothing(other, id);
        }
    }

    @Test
    void an_auditor_reads_what_was_filed_anywhere_and_changes_nothing() {
        String id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);

        JsonPath seen = GraphQl.as("auditor")
                .ask("query($id: ID) { serviceCase(id: $id) { status allowedActions } }", Map.of("id", id));
        assertThat(seen.getString("data.serviceCase.status")).isEqualTo("SUBMITTED");
        assertThat(seen.getList("data.serviceCase.allowedActions")).isEmpty();

        JsonPath tried = Filing.mutate(
                "auditor", "caseReceive", Map.of("idempotencyKey", Filing.key(), "caseId", id, "expectedVersion", 2));
        assertThat(tried.getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
        assertThat(tried.getString("data.caseReceive")).isNull();
    }

    private static void assertSeesNothing(String persona, String id) {
        JsonPath answer = GraphQl.as(persona).ask("query($id: ID) { serviceCase(id: $id) { id } }", Map.of("id", id));
        assertThat(answer.getList("errors")).as(persona).isNull();
        assertThat(answer.getString("data.serviceCase")).as(persona).isNull();
    }
}
