package cn.onenetwork.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.calendar.RefreshingCalendar;
import cn.onenetwork.cases.ReckoningAnew;
import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The notice of a year comes out late in the year before; until then its days are provisional.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HolidayNoticeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String IMPORT =
            "mutation($input: HolidayNoticeImportInput!) { holidayNoticeImport(input: $input)"
                    + " { year userErrors { code path } } }";

    /// Three days off around New Year that no plain week has, as an invented notice says.
    private static final Map<String, Object> NOTICE = Map.of(
            "year",
            2027,
            "papers",
            List.of("an invented notice"),
            "days",
            List.of(
                    Map.of("name", "元旦", "date", "2027-01-01", "isOffDay", true),
                    Map.of("name", "元旦", "date", "2027-01-04", "isOffDay", true),
                    Map.of("name", "元旦", "date", "2027-01-05", "isOffDay", true)));

    @Inject
    RefreshingCalendar refreshing;

    @Inject
    ReckoningAnew reckoning;

    @AfterEach
    void forgetTheNotice() {
        var _ = DatabaseState.execute("delete from holiday_notice");
        refreshing.refresh().await().atMost(PATIENCE);
        reckoning.reckon().await().atMost(PATIENCE);
    }

    @Test
    void an_imported_notice_makes_days_certain_and_moves_what_was_due() {
        MovableClock.onDay("2026-12-28");
        String id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);
        var _ = Filing.officer("officer-hightech", "caseReceive", id);
        var _ = Filing.officer("officer-hightech", "caseAccept", id);
        JsonPath before = deadline(id);
        assertThat(before.getString("promisedDueOn")).isEqualTo("2027-01-01");
        assertThat(before.getBoolean("provisional")).isTrue();

        JsonPath imported = GraphQl.as("admin")
                .ask(IMPORT, Map.of("input", Map.of("idempotencyKey", Filing.key(), "notice", NOTICE)));
        assertThat(imported.getInt("data.holidayNoticeImport.year")).isEqualTo(2027);
        reckoning.reckon().await().atMost(PATIENCE);

        JsonPath after = deadline(id);
        assertThat(after.getString("promisedDueOn")).isEqualTo("2027-01-06");
        assertThat(after.getBoolean("provisional")).isFalse();
        assertThat(DatabaseState.query("select due_on || ' ' || provisional from service_case where id = '" + id + "'"))
                .isEqualTo("2027-01-06 false");
        JsonPath newest = GraphQl.as("enterprise-legal")
                .ask(
                        "query($id: ID) { serviceCase(id: $id) { timeline(first: 1) { nodes { kind dueOn } } } }",
                        Map.of("id", id));
        assertThat(newest.getString("data.serviceCase.timeline.nodes[0].kind")).isEqualTo("RECKONED_ANEW");
        assertThat(newest.getString("data.serviceCase.timeline.nodes[0].dueOn")).isEqualTo("2027-01-06");
    }

    @Test
    void only_an_admin_imports_and_only_what_is_a_published_notice() {
        Map<String, Object> input = Map.of("idempotencyKey", Filing.key(), "notice", NOTICE);
        assertThat(GraphQl.as("supervisor-hightech")
                        .ask(IMPORT, Map.of("input", input))
                        .getString("errors[0].extensions.code"))
                .isEqualTo("FORBIDDEN");
        for (Map<String, Object> notice : List.of(
                Map.<String, Object>of(),
                Map.<String, Object>of("year", 2027, "papers", List.of(), "days", List.of()),
                Map.<String, Object>of("year", "soon", "papers", List.of("x"), "days", List.of()))) {
            JsonPath refused = GraphQl.as("admin")
                    .ask(IMPORT, Map.of("input", Map.of("idempotencyKey", Filing.key(), "notice", notice)));
            assertThat(refused.getString("data.holidayNoticeImport.userErrors[0].code"))
                    .isEqualTo("FORM_INVALID");
            assertThat(refused.<String>getList("data.holidayNoticeImport.userErrors[0].path"))
                    .containsExactly("notice");
        }
        assertThat(DatabaseState.query("select count(*) from holiday_notice")).isEqualTo("0");
    }

    private static JsonPath deadline(String id) {
        return GraphQl.as("enterprise-legal")
                .ask(
                        "query($id: ID) { serviceCase(id: $id) { deadline { promisedDueOn provisional } } }",
                        Map.of("id", id))
                .setRootPath("data.serviceCase.deadline");
    }
}
