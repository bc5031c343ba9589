package cn.onenetwork.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.Plans;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A page of the feed costs its own rows, not those of the journal.
@Tag("heavy")
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ManyEventsTest {

    private static final int CASES = 20_000;
    private static final int PAGE = 51;

    /// For so few the planner may read them all and sort them.
    private static final int OF_ONE_OWNER = 10 * CASES / 1_000;

    private static final List<String> PAGES = List.of(
            "page(0, 0, 0, 0, 51, '{person:feed-7}', '{}', false, 'p-feed', now())",
            "page(300, 0, 0, 0, 51, '{person:feed-7,corporation:x}', '{}', false, 'p-feed', now())",
            "page(0, 0, 0, 0, 51, '{}', '{guiyang-hightech}', false, 'p-feed', now())",
            "page(0, 0, 0, 0, 51, '{}', '{guiyang-cbz}', false, 'p-feed', now())",
            "page(590, 0, 0, 0, 51, '{}', '{guiyang-cbz}', false, 'p-feed', now())",
            "page(300, 0, 0, 0, 51, '{}', '{}', true, 'p-feed', now())",
            "page(0, 0, 0, 0, 51, '{person:feed-7}', '{guiyang-cbz}', false, 'p-feed', now())",
            "news(0, 0, 0, 0, 51, now())",
            "news(599, 0, 0, 0, 51, now())");

    /// Of 1,000 owners, nearly all in one tenant, as it is with a large and a small one.
    private static final String MANY_CASES = """
            insert into service_case (id, case_no, tenant_id, department, task_code, item_version, item_name, owner,
                applicant_id, applicant_kind, two_pairs_of_eyes, status, version, form, last_sequence, created_at)
            select gen_random_uuid(), 'FEED-' || n, case when n %% 1000 = 0 then 'guiyang-cbz' else 'guiyang-hightech' end,
                department, task_code, item_version, item_name, 'person:feed-' || n %% 1000, 'feed', applicant_kind, true,
                'UNDER_REVIEW', 1, '{}', 10, created_at
            from service_case, generate_series(1, %d) as n where id = '%s'
            """;

    /// Ten events for each, in transactions of long ago.
    private static final String MANY_EVENTS = """
            insert into case_event (recorded_xid, case_id, case_no, sequence, kind, to_status, at, actor)
            select 1 + (n * 60 + right(c.case_no, 1)::int) % 600, c.id, c.case_no, n, 'WARNING_RAISED', 'UNDER_REVIEW',
                c.created_at, 'SYSTEM'
            from service_case c, generate_series(1, 10) as n where c.case_no like 'FEED-%'
            """;

    private Connection owner;
    private Statement sql;

    @BeforeEach
    void write_many_events() throws SQLException {
        String template = Filing.submitted("enterprise-other", ItemFixture.LAND_PLANNING);
        owner = DatabaseState.owner();
        owner.setAutoCommit(false);
        sql = owner.createStatement();
        for (String statement : List.of(
                "set local one_network.notify = 'off'",
                MANY_CASES.formatted(CASES, template),
                MANY_EVENTS,
                "analyze service_case, case_event",
                "prepare page (bigint, bigint, bigint, bigint, int, text[], text[], boolean, text, timestamptz) as "
                        + JournalSql.PAGE,
                "prepare news (bigint, bigint, bigint, bigint, int, timestamptz) as " + JournalSql.NEWS,
                "set local plan_cache_mode = force_generic_plan")) {
            sql.execute(statement);
        }
    }

    @AfterEach
    void forget_them() throws SQLException {
        sql.execute("deallocate all");
        owner.rollback();
        owner.close();
        var _ = DatabaseState.execute("vacuum service_case, case_event");
    }

    @Test
    void a_page_is_read_by_index() throws SQLException {
        for (String page : PAGES) {
            JsonNode plan = Plans.of(sql, "execute " + page);

            assertThat(plan.path("Actual Rows").asInt()).as(page).isBetween(1, PAGE);
            assertThat(Plans.nodes(plan).filter(ManyEventsTest::isExecuted))
                    .as("%s %s", page, plan)
                    .allSatisfy(node -> {
                        assertThat(node.path("Node Type").asText()).isNotEqualTo("Seq Scan");
                        assertThat(node.path("Rows Removed by Filter").asInt(0)).isLessThan(PAGE);
                        assertThat(node.path("Actual Rows").asInt()).isLessThanOrEqualTo(OF_ONE_OWNER);
                    });
            assertThat(Plans.pages(plan)).as("pages of %s", page).isLessThan(20 * PAGE);
        }
    }

    private static boolean isExecuted(JsonNode node) {
        return node.path("Actual Loops").asInt() > 0;
    }
}
