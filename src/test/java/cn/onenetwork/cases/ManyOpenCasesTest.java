package cn.onenetwork.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.MovableClock;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A sweep costs what is due, not what is open.
@Tag("heavy")
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ManyOpenCasesTest {

    private static final int OPEN = 1_000_000;
    private static final int DUE = 37;
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A million cases under review, of which a few wake today.
    private static final String MANY = """
            insert into service_case (id, case_no, tenant_id, department, task_code, item_version, item_name, owner,
                applicant_id, applicant_kind, two_pairs_of_eyes, status, version, form, last_sequence, created_at,
                due_on, yellow_on, wake_on)
            select gen_random_uuid(), 'MANY-' || n, tenant_id, department, task_code, item_version, item_name,
                'person:many-' || n %% 1000, 'many', applicant_kind, true, 'UNDER_REVIEW', 1, '{}', 1, created_at,
                date '2026-03-06' + n %% 200, date '2026-03-05' + n %% 200,
                case when n <= %d then date '2026-03-02' else date '2026-03-03' + n %% 200 end
            from service_case, generate_series(1, %d) as n where id = '%s'
            """;

    @Test
    void of_a_million_open_cases_only_the_due_ones_are_read() throws SQLException {
        MovableClock.onDay("2026-03-02");
        String template = Filing.submitted("enterprise-other", ItemFixture.LAND_PLANNING);
        try (Connection owner = DatabaseState.owner();
                Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("update service_case set wake_on = null");
            sql.execute(MANY.formatted(DUE, OPEN, template));
            sql.execute("analyze service_case");
            sql.execute("prepare due (date, date, uuid, int) as "
                    + DueCases.DUE
                            .replace(":today", "$1")
                            .replace(":day", "$2")
                            .replace(":id", "$3")
                            .replace(":most", "$4"));
            for (String mode : new String[] {"force_custom_plan", "force_generic_plan"}) {
                sql.execute("set local plan_cache_mode = " + mode);
                readsOnlyTheDueOnes(plan(sql));
            }
            owner.rollback();
        }
        var _ = DatabaseState.execute("vacuum service_case");
    }

    /// By the index, straight or by way of a bitmap: the planner's sample of the table decides between the two.
    private static void readsOnlyTheDueOnes(JsonNode explained) {
        List<JsonNode> scans = nodes(explained.path("Plan"))
                .filter(node -> node.path("Node Type").asText().contains("Scan"))
                .toList();
        assertThat(scans).as("%s", explained).isNotEmpty().allSatisfy(scan -> {
            assertThat(scan.path("Node Type").asText()).isNotEqualTo("Seq Scan");
            assertThat(scan.path("Index Name").asText("service_case_wake")).isEqualTo("service_case_wake");
            assertThat(scan.path("Actual Rows").asInt()).isEqualTo(DUE);
            assertThat(scan.path("Rows Removed by Filter").asInt(0)).isZero();
        });
        assertThat(scans).anyMatch(scan -> scan.has("Index Name"));
        assertThat(explained.path("Plan").path("Shared Hit Blocks").asInt()
                        + explained.path("Plan").path("Shared Read Blocks").asInt())
                .as("pages, of which one row needs at most a few")
                .isLessThan(10 * DUE);
    }

    private static JsonNode plan(Statement sql) throws SQLException {
        try (ResultSet row = sql.executeQuery("explain (analyze, buffers, format json) execute due('2026-03-02',"
                + " '1970-01-01', '00000000-0000-0000-0000-000000000000', 100)")) {
            assertThat(row.next()).isTrue();
            return JSON.readTree(row.getString(1)).get(0);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static Stream<JsonNode> nodes(JsonNode plan) {
        return Stream.concat(
                Stream.of(plan),
                StreamSupport.stream(plan.path("Plans").spliterator(), false).flatMap(ManyOpenCasesTest::nodes));
    }
}
