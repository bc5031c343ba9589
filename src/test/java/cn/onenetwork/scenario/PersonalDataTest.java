package cn.onenetwork.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.LogCapture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// What somebody types into a form is found nowhere in the database, in no log and in no masked answer, whatever goes
/// well or wrong with it.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PersonalDataTest {

    private static final String APPLICANT = "enterprise-legal";
    private static final String CASE = "query($id: ID) { serviceCase(id: $id) { id caseNo form deadline { warning }"
            + " supplementNotice { items { note } } materials { state note } vouchers { number content }"
            + " timeline { nodes { id cursor note } } decisionExplanation { outcomes { message } } } }";

    /// Of this run alone, so that nothing another test left behind is found.
    private final String mobile =
            "139" + (10_000_000 + ThreadLocalRandom.current().nextInt(89_999_999));

    private final String name = "欧阳测试" + mobile.substring(3, 7);

    @Test
    void what_was_typed_into_a_form_lies_nowhere_in_plain_and_is_said_nowhere() throws SQLException {
        LogCapture log = LogCapture.start();
        List<String> answers = new ArrayList<>();

        String id = filed();
        answers.add(refused(id));
        answers.addAll(handled(id));

        String logged = log.stop();
        assertThat(answers).hasSizeGreaterThan(5).allSatisfy(this::holdsNothingOfIt);
        holdsNothingOfIt(logged);
        assertThat(columnsWith(mobile)).isEmpty();
        assertThat(columnsWith(name)).isEmpty();
    }

    @Test
    void a_number_that_lies_in_plain_is_found() throws SQLException {
        String id = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING);

        var _ = DatabaseState.execute(
                "update service_case set form = '{\"contactMobile\": \"" + mobile + "\"}' where id = '" + id + "'");
        assertThat(columnsWith(mobile)).containsExactly("service_case.form");
        var _ = DatabaseState.execute(
                "update service_case set form = '{}', form_sealed = null where id = '" + id + "'");
        var _ = DatabaseState.execute("update service_case set form = null, form_sealed = convert_to('" + mobile
                + "', 'UTF8') where id = '" + id + "'");
        assertThat(columnsWith(mobile)).containsExactly("service_case.form_sealed");
        var _ = DatabaseState.execute("update service_case set form = '{}' where id = '" + id + "'");
        assertThat(columnsWith(mobile)).isEmpty();
    }

    @Test
    void one_s_own_numbers_are_masked_and_given_in_full_where_that_is_asked_for() {
        JsonPath masked = GraphQl.as("citizen").ask("{ viewer { idNumber phoneNumber } }");
        JsonPath full = GraphQl.as("citizen").ask("{ viewer(unmask: true) { idNumber phoneNumber } }");

        assertThat(masked.getString("data.viewer.idNumber")).isEqualTo("1***05194912*****X");
        assertThat(masked.getString("data.viewer.phoneNumber")).isEqualTo("138****0001");
        assertThat(full.getString("data.viewer.idNumber")).isEqualTo("11010519491231002X");
        assertThat(full.getString("data.viewer.phoneNumber")).isEqualTo("13800000001");
        assertThat(GraphQl.as("officer-hightech")
                        .ask("{ viewer { idNumber phoneNumber } }")
                        .getString("data.viewer.idNumber"))
                .isNull();
    }

    private String filed() {
        Map<String, Object> form = Filing.formExample(ItemFixture.LAND_PLANNING);
        form.put("contactMobile", mobile);
        form.put("contactName", name);
        String id = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING, form);
        Filing.handIn(APPLICANT, id);
        return id;
    }

    /// What is wrong with a form is said without repeating it.
    private String refused(String id) {
        Map<String, Object> wrong = Map.of("contactMobile", name, "contactName", mobile.repeat(20), "surprise", mobile);
        String other = Filing.draft(APPLICANT, ItemFixture.LAND_PLANNING, wrong);
        String plain = GraphQl.as("enterprise-other")
                .ask("query($id: ID) { serviceCase(id: $id) { form(unmask: true) } }", Map.of("id", id))
                .prettify();
        return plain
                + Filing.mutate(APPLICANT, "caseSubmit", Map.of("idempotencyKey", Filing.key(), "id", other))
                        .prettify();
    }

    private List<String> handled(String id) {
        List<String> answers = new ArrayList<>();
        answers.add(Filing.mutate(APPLICANT, "caseSubmit", Map.of("idempotencyKey", Filing.key(), "id", id))
                .prettify());
        answers.add(Filing.officer("officer-hightech", "caseReceive", id).prettify());
        answers.add(Filing.officer("officer-hightech", "caseAccept", id).prettify());
        answers.add(Filing.officer("reviewer-hightech", "caseApprove", id).prettify());
        for (String persona : List.of(APPLICANT, "officer-hightech", "auditor")) {
            JsonPath seen = GraphQl.as(persona).ask(CASE, Map.of("id", id));
            assertThat(seen.getString("data.serviceCase.form.contactMobile"))
                    .isEqualTo(mobile.substring(0, 3) + "****" + mobile.substring(7));
            answers.add(seen.prettify());
        }
        return answers;
    }

    private void holdsNothingOfIt(String text) {
        assertThat(text.contains(mobile) || text.contains(name)).isFalse();
    }

    /// Every column of every table that holds the text, in whatever type.
    private static List<String> columnsWith(String text) throws SQLException {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        List<String> found = new ArrayList<>();
        try (Connection owner = DatabaseState.owner();
                Statement sql = owner.createStatement()) {
            List<String[]> columns = new ArrayList<>();
            ResultSet all = sql.executeQuery("""
                    select c.table_name, c.column_name, c.data_type from information_schema.columns c
                    join information_schema.tables t using (table_schema, table_name)
                    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                    """);
            while (all.next()) {
                columns.add(new String[] {all.getString(1), all.getString(2), all.getString(3)});
            }
            assertThat(columns).hasSizeGreaterThan(60);
            for (String[] column : columns) {
                String value = column[2].equals("bytea") ? "encode(" + column[1] + ", 'hex')" : column[1] + "::text";
                String sought = column[2].equals("bytea") ? hex : text;
                ResultSet row = sql.executeQuery("select exists (select from " + column[0] + " where strpos(" + value
                        + ", '" + sought + "') > 0)");
                if (row.next() && row.getBoolean(1)) {
                    found.add(column[0] + "." + column[1]);
                }
            }
        }
        return found;
    }
}
