package cn.onenetwork.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.CaseKind;
import cn.onenetwork.catalogue.ItemState;
import cn.onenetwork.catalogue.SampleLibrary;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.catalogue.ServiceTarget;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// From promised in days to instant: an item that decides by itself, and never against anybody.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InstantCaseTest {

    private static final String INVESTMENT = "ht-investment-filing";
    private static final String CASE = """
            query($id: ID) {
              serviceCase(id: $id) {
                status closure
                timeline { nodes { kind actor note } }
                materials { material { name } state trustGrade }
                vouchers { type number }
                decisionExplanation { approved ruleVersion inputsDigest outcomes { ruleId state message } }
              }
            }
            """;

    @Test
    void an_application_that_meets_all_rules_is_received_accepted_and_granted_at_once() {
        String id = Filing.submitted("enterprise-legal", INVESTMENT);

        JsonPath found =
                GraphQl.as("enterprise-legal").ask(CASE, Map.of("id", id)).setRootPath("data.serviceCase");
        assertThat(found.getString("status"))
                .as(found.getString("decisionExplanation"))
                .isEqualTo("COMPLETED");
        assertThat(found.<String>getList("timeline.nodes.kind").reversed())
                .startsWith("DRAFT_SAVED", "DOCUMENT_UPLOADED", "DOCUMENT_CHANGED")
                .endsWith("SUBMITTED", "RECEIVED", "ACCEPTED", "APPROVED", "COMPLETED");
        assertThat(found.<String>getList("timeline.nodes.actor").subList(0, 4)).containsOnly("SYSTEM");
        assertThat(found.getBoolean("decisionExplanation.approved")).isTrue();
        assertThat(found.getList("decisionExplanation.outcomes.state"))
                .hasSize(7)
                .containsOnly("MET");
        assertThat(found.getString("decisionExplanation.inputsDigest")).matches("[0-9a-f]{64}");
        assertThat(found.getString("materials.find { it.material.name == '营业执照' }.trustGrade"))
                .as("the licence that the register had")
                .isEqualTo("A");
        assertThat(found.getList("vouchers.type"))
                .containsExactly("RECEIPT", "ACCEPTANCE_NOTICE", "APPROVAL_DECISION", "CLOSURE_NOTICE");
    }

    @Test
    void most_instant_items_of_the_sample_grant_their_own_example_at_once() {
        List<String> granted = SampleLibrary.items().stream()
                .filter(item -> item.caseKind() == CaseKind.INSTANT && item.state() == ItemState.IN_USE)
                .filter(InstantCaseTest::grantsItsExample)
                .map(ServiceItem::id)
                .toList();

        assertThat(granted).hasSizeGreaterThanOrEqualTo(20);
    }

    private static boolean grantsItsExample(ServiceItem item) {
        String persona = applicant(item);
        String id = Filing.submitted(persona, item.id());
        return GraphQl.as(persona)
                .ask(CASE, Map.of("id", id))
                .getBoolean("data.serviceCase.decisionExplanation.approved");
    }

    /// Who the examples of the library are about.
    private static String applicant(ServiceItem item) {
        if (!item.targets().contains(ServiceTarget.ENTERPRISE)) {
            return "citizen";
        }
        return item.tenantId().equals("guiyang-cbz") ? "enterprise-bonded" : "enterprise-legal";
    }

    @Test
    void a_rule_that_is_not_met_leaves_the_decision_to_a_human_and_says_why() {
        Map<String, Object> form = Filing.formExample(INVESTMENT);
        form.put("foreignInvested", true);
        form.put("foreignCapital", 100);
        String id = Filing.draft("enterprise-legal", INVESTMENT, form);
        Filing.handIn("enterprise-legal", id);
        JsonPath submitted =
                Filing.mutate("enterprise-legal", "caseSubmit", Map.of("idempotencyKey", Filing.key(), "id", id));
        assertThat(submitted.getList("data.caseSubmit.userErrors")).isEmpty();

        JsonPath found =
                GraphQl.as("enterprise-legal").ask(CASE, Map.of("id", id)).setRootPath("data.serviceCase");
        assertThat(found.getString("status")).isEqualTo("UNDER_REVIEW");
        assertThat(found.getString("timeline.nodes[0].kind")).isEqualTo("REVIEW_STARTED");
        assertThat(found.getString("timeline.nodes[0].note")).contains("外商投资项目需人工核对");
        assertThat(found.getBoolean("decisionExplanation.approved")).isFalse();
        assertThat(found.getString("decisionExplanation.outcomes.find { it.ruleId == 'R07' }.state"))
                .isEqualTo("NOT_MET");
        assertThat(Filing.officer("reviewer-hightech", "caseApprove", id).getString("status"))
                .isEqualTo("COMPLETED");
    }
}
