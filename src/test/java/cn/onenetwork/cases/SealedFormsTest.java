package cn.onenetwork.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SealedFormsTest {

    private static final String APPLICANT = "enterprise-legal";
    private static final String ITEM = ItemFixture.LAND_PLANNING;
    private static final String MOBILE = "13800000000";

    @Test
    void answers_lie_sealed_in_the_database() {
        String id = Filing.draft(APPLICANT, ITEM);

        assertThat(column("(form is null and form_sealed is not null) || form_key", id))
                .isEqualTo("truedevelopment");
        assertThat(column("encode(form_sealed, 'escape')", id))
                .doesNotContain(MOBILE)
                .doesNotContain("contactMobile");
    }

    @Test
    void everybody_sees_them_masked_and_the_applicant_plain_where_it_is_asked_for() {
        String id = Filing.submitted(APPLICANT, ITEM);

        for (String persona : List.of(APPLICANT, "officer-hightech", "auditor")) {
            JsonPath seen = form(persona, id, "");
            assertThat(seen.getString("data.serviceCase.form.contactMobile")).isEqualTo("138****0000");
            assertThat(seen.prettify()).doesNotContain(MOBILE);
        }
        assertThat(form(APPLICANT, id, "(unmask: true)").getString("data.serviceCase.form.contactMobile"))
                .isEqualTo(MOBILE);
        assertThat(accesses(id)).isEqualTo("0");
    }

    @Test
    void staff_of_the_tenant_say_what_for_and_it_is_written_down() {
        String id = Filing.submitted(APPLICANT, ITEM);

        assertThat(code(form("officer-hightech", id, "(unmask: true)"))).isEqualTo("BAD_USER_INPUT");
        assertThat(accesses(id)).isEqualTo("0");
        assertThat(form("officer-hightech", id, "(unmask: true, purpose: CONTACT)")
                        .getString("data.serviceCase.form.contactMobile"))
                .isEqualTo(MOBILE);
        assertThat(DatabaseState.query(
                        "select string_agg(kind || ' ' || purpose || ' ' || (document_id is null), ',') from access_log"
                                + " where case_id = '" + id + "'"))
                .isEqualTo("FORM_UNMASK CONTACT true");
    }

    @Test
    void an_auditor_reads_masked_values_only() {
        String id = Filing.submitted(APPLICANT, ITEM);

        JsonPath refused = form("auditor", id, "(unmask: true, purpose: CASE_HANDLING)");

        assertThat(code(refused)).isEqualTo("FORBIDDEN");
        assertThat(refused.prettify()).doesNotContain(MOBILE);
        assertThat(accesses(id)).isEqualTo("0");
    }

    @Test
    void two_ways_to_see_a_form_in_one_document_stay_apart() {
        String id = Filing.draft(APPLICANT, ITEM);

        JsonPath both = GraphQl.as(APPLICANT)
                .ask(
                        "query($id: ID) { serviceCase(id: $id) { masked: form plain: form(unmask: true) } }",
                        Map.of("id", id));

        assertThat(both.getString("data.serviceCase.masked.contactMobile")).isEqualTo("138****0000");
        assertThat(both.getString("data.serviceCase.plain.contactMobile")).isEqualTo(MOBILE);
    }

    @Test
    void a_masked_value_that_comes_back_is_refused_at_its_place_and_nothing_is_lost() {
        String id = Filing.draft(APPLICANT, ITEM);
        Map<String, Object> masked = form(APPLICANT, id, "").getMap("data.serviceCase.form");

        JsonPath refused = Filing.mutate(
                APPLICANT, "caseDraftSave", Map.of("idempotencyKey", Filing.key(), "id", id, "form", masked));

        assertThat(refused.getList("data.caseDraftSave.userErrors.code")).containsOnly("FORM_INVALID");
        assertThat(refused.<List<String>>getList("data.caseDraftSave.userErrors.path"))
                .contains(List.of("form", "contactMobile"), List.of("form", "contactName"));
        assertThat(form(APPLICANT, id, "(unmask: true)").getString("data.serviceCase.form.contactMobile"))
                .isEqualTo(MOBILE);
    }

    @Test
    void what_a_pod_of_the_version_before_writes_is_read_and_is_the_newest() {
        String id = Filing.draft(APPLICANT, ITEM);

        var _ = DatabaseState.execute("update service_case set form = '{\"contactMobile\": \"13911112222\","
                + " \"deliveryMethod\": \"WINDOW\"}' where id = '" + id + "'");

        assertThat(form(APPLICANT, id, "(unmask: true)").getString("data.serviceCase.form.contactMobile"))
                .isEqualTo("13911112222");
        assertThat(column("form_sealed is null and delivery = 'WINDOW'", id)).isEqualTo("t");
    }

    @Test
    void a_sealed_form_opens_in_its_own_row_only() {
        String id = Filing.draft(APPLICANT, ITEM);
        String other = Filing.draft(APPLICANT, ITEM);
        String own = column("form_sealed", id);

        var _ = DatabaseState.execute("update service_case set form_sealed = (select form_sealed from service_case"
                + " where id = '" + other + "') where id = '" + id + "'");

        assertThat(code(form(APPLICANT, id, ""))).isEqualTo("INTERNAL");
        assertThat(code(form(APPLICANT, other, ""))).isNull();
        var _ = DatabaseState.execute("update service_case set form_sealed = '" + own + "' where id = '" + id + "'");
        assertThat(code(form(APPLICANT, id, ""))).isNull();
    }

    private static JsonPath form(String persona, String id, String arguments) {
        return GraphQl.as(persona)
                .ask("query($id: ID) { serviceCase(id: $id) { form" + arguments + " } }", Map.of("id", id));
    }

    private static String code(JsonPath answer) {
        return answer.getString("errors[0].extensions.code");
    }

    private static String accesses(String id) {
        return DatabaseState.query("select count(*) from access_log where case_id = '" + id + "'");
    }

    private static String column(String expression, String id) {
        return DatabaseState.query("select " + expression + " from service_case where id = '" + id + "'");
    }
}
