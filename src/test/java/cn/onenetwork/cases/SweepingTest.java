package cn.onenetwork.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Time acts on the cases whose day has come.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SweepingTest {

    private static final String APPLICANT = "enterprise-other";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, Object> MISSING =
            Map.of("items", List.of(Map.of("path", "projectName", "note", "请补充项目名称")));

    @Inject
    Sweeping sweeping;

    @BeforeEach
    void nothing_of_other_tests_is_due() {
        var _ = DatabaseState.execute("update service_case set wake_on = null where wake_on < '2026-04-01'");
        MovableClock.onDay("2026-03-02");
    }

    @AfterEach
    void nothing_of_these_tests_is_left_open() {
        for (String copies :
                List.of("voucher where case_id in", "case_event where case_id in", "service_case where id in")) {
            var _ = DatabaseState.execute(
                    "delete from " + copies + " (select id from service_case where case_no like 'COPY-%')");
        }
        var _ = DatabaseState.execute(
                "update service_case set times = '" + CaseTimes.NONE.text() + "', wake_on = null where times = '{}'");
    }

    @Test
    void more_cases_than_a_page_holds_are_all_woken_at_once() {
        String template = filed();
        List<String> copies = copies(template, 250);

        MovableClock.onDay("2026-03-04");
        assertThat(sweep()).isEqualTo(251);

        assertThat(count("kind = 'WARNING_RAISED'", copies)).isEqualTo(250);
        assertThat(sweep()).as("nothing is left").isZero();
    }

    @Test
    void a_broken_case_stops_no_other() {
        String broken = filed();
        String whole = filed();
        String alsoWhole = filed();
        var _ = DatabaseState.execute("update service_case set times = '{}' where id = '" + broken + "'");

        MovableClock.onDay("2026-03-04");
        assertThat(sweep()).isEqualTo(2);

        assertThat(count("kind = 'WARNING_RAISED'", List.of(whole, alsoWhole))).isEqualTo(2);
        assertThat(count("kind = 'WARNING_RAISED'", List.of(broken))).isZero();
    }

    @Test
    void a_case_that_was_broken_is_woken_once_it_is_repaired() {
        String broken = filed();
        String times = DatabaseState.query("select times from service_case where id = '" + broken + "'");
        var _ = DatabaseState.execute("update service_case set times = '{}' where id = '" + broken + "'");
        MovableClock.onDay("2026-03-04");
        assertThat(sweep()).isZero();

        var _ = DatabaseState.execute("update service_case set times = '" + times + "' where id = '" + broken + "'");
        assertThat(sweep()).isEqualTo(1);
    }

    @Test
    void several_sweeps_at_once_wake_each_case_once() {
        List<String> copies = copies(filed(), 120);
        MovableClock.onDay("2026-03-04");

        List<Integer> woken = Uni.join()
                .all(Stream.generate(sweeping::sweep).limit(4).toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);

        int left = sweep();
        assertThat(woken.stream().mapToInt(Integer::intValue).sum() + left).isEqualTo(121);
        assertThat(count("kind = 'WARNING_RAISED'", copies)).isEqualTo(120);
        assertThat(DatabaseState.query("select count(*) from (select case_id, sequence from case_event"
                        + " group by case_id, sequence having count(*) > 1) doubles"))
                .isEqualTo("0");
    }

    @Test
    void who_was_down_for_a_week_catches_up_with_the_right_dates() {
        String silent = filed();
        String lapsed = filed();
        var _ = Filing.officer("officer-hightech", "caseReceive", lapsed);
        var _ = Filing.officer("officer-hightech", "caseRequireSupplement", lapsed, MISSING);

        MovableClock.onDay("2026-03-31");
        assertThat(sweep()).isGreaterThanOrEqualTo(2);

        assertThat(column("status", silent)).isEqualTo("UNDER_REVIEW");
        assertThat(column("accepted_on", silent)).isEqualTo("2026-03-02");
        assertThat(column("due_on", silent)).isEqualTo("2026-03-06");
        assertThat(column("warned", silent)).isEqualTo("OVERDUE");
        assertThat(column("wake_on", silent)).isNull();
        assertThat(column("status", lapsed)).isEqualTo("LAPSED");
        assertThat(column("wake_on", lapsed)).isEqualTo("2026-06-29");
    }

    private int sweep() {
        return sweeping.sweep().await().atMost(PATIENCE);
    }

    private static String filed() {
        return Filing.submitted(APPLICANT, ItemFixture.LAND_PLANNING);
    }

    /// Cases that stand where that one stands, put into the table as they are.
    private static List<String> copies(String template, int many) {
        List<String> ids =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(many).toList();
        var _ = DatabaseState.execute("insert into service_case select copy.* from service_case c, unnest(array['"
                + String.join("','", ids)
                + "']) as other(id), lateral jsonb_populate_record(c, jsonb_build_object('id',"
                + " other.id, 'case_no', 'COPY-' || other.id)) as copy where c.id = '" + template + "'");
        return ids;
    }

    private static String column(String name, String id) {
        return DatabaseState.query("select " + name + " from service_case where id = '" + id + "'");
    }

    private static int count(String condition, List<String> ids) {
        return Integer.parseInt(DatabaseState.query("select count(*) from case_event where " + condition
                + " and case_id in ('" + String.join("','", ids) + "')"));
    }
}
