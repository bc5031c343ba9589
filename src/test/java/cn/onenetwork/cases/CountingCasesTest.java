package cn.onenetwork.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.Plans;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// How many cases press.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountingCasesTest {

    private static final int OPEN = 50_000;

    @Inject
    CountingCases counting;

    @Test
    void cases_are_due_on_their_day_and_overdue_after_it() {
        String id = Filing.submitted("enterprise-other", ItemFixture.LAND_PLANNING);
        String today = "(now() at time zone 'Asia/Shanghai')::date";

        due(id, today + " + 1");
        CountingCases.Urgent early = counted();
        due(id, today);
        CountingCases.Urgent dueToday = counted();
        due(id, today + " - 1");
        CountingCases.Urgent late = counted();

        assertThat(dueToday.due() - early.due()).isEqualTo(1);
        assertThat(dueToday.overdue() - early.overdue()).isZero();
        assertThat(late.due() - early.due()).isZero();
        assertThat(late.overdue() - early.overdue()).isEqualTo(1);

        status(id, "SPECIAL_PROCEDURE");
        assertThat(counted().overdue() - early.overdue()).as("no day counts").isZero();
        status(id, "COMPLETED");
        assertThat(counted().overdue() - early.overdue()).as("it is done").isZero();
    }

    @Test
    void of_many_open_cases_only_the_pressing_ones_are_read() throws SQLException {
        String template = Filing.submitted("enterprise-other", ItemFixture.LAND_PLANNING);
        try (Connection owner = DatabaseState.owner();
                Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("""
                    insert into service_case (id, case_no, tenant_id, department, task_code, item_version, item_name, owner,
                        applicant_id, applicant_kind, two_pairs_of_eyes, status, version, form, last_sequence, created_at,
                        due_on)
                    select gen_random_uuid(), 'PRESS-' || n, tenant_id, department, task_code, item_version, item_name,
                        owner, 'many', applicant_kind, true, 'UNDER_REVIEW', 1, '{}', 1, created_at, date '2000-01-01' + n
                    from service_case, generate_series(1, %d) as n where id = '%s'
                    """.formatted(OPEN, template));
            sql.execute("analyze service_case");
            JsonNode plan = Plans.of(sql, CountingCases.URGENT.replace("$1", "date '2000-01-20'"));
            List<JsonNode> scans = Plans.nodes(plan)
                    .filter(node -> node.path("Relation Name").asText().equals("service_case"))
                    .toList();
            owner.rollback();

            assertThat(scans).as("%s", plan).isNotEmpty().allSatisfy(scan -> {
                assertThat(scan.path("Node Type").asText()).isNotEqualTo("Seq Scan");
                assertThat(scan.path("Actual Rows").asDouble()).isLessThan(100);
            });
        }
    }

    private CountingCases.Urgent counted() {
        counting.count().await().atMost(Duration.ofSeconds(20));
        return counting.last();
    }

    private static void due(String id, String day) {
        var _ = DatabaseState.execute("update service_case set due_on = " + day + " where id = '" + id + "'");
    }

    private static void status(String id, String status) {
        var _ = DatabaseState.execute("update service_case set status = '" + status + "' where id = '" + id + "'");
    }
}
