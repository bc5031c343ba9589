package cn.onenetwork.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Corrections of what was filed, from the request to the form.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CorrectionTest {

    private static final String PERSON = "enterprise-legal";
    private static final String ITEM = ItemFixture.LAND_PLANNING;
    private static final String RIGHT = "13911112222";
    private static final Map<String, Object> ANSWERS = Map.of("contactMobile", RIGHT);

    @Test
    void an_officer_finds_it_right_and_the_form_is_corrected() {
        String id = Filing.submitted(PERSON, ITEM);
        String request = asked(id, ANSWERS);
        assertThat(open("officer-hightech")).contains(request);
        assertThat(open("officer-cbz")).doesNotContain(request);

        JsonPath decided = decide("officer-hightech", request, true, null);

        assertThat(decided.getString("data.correctionDecide.correction.state")).isEqualTo("DONE");
        assertThat(mobile(id)).isEqualTo(RIGHT);
        assertThat(DatabaseState.query("select kind || ' ' || actor || ' ' || coalesce(note, '-') from case_event"
                        + " where case_id = '" + id + "' order by sequence desc limit 1"))
                .isEqualTo("CORRECTED STAFF -");
        assertThat(open("officer-hightech")).doesNotContain(request);
        assertThat(GraphQl.as(PERSON)
                        .ask("{ myCorrections { id state answers } }")
                        .<String>getList("data.myCorrections.findAll { it.id == '" + request + "' }.state"))
                .containsExactly("DONE");
    }

    @Test
    void the_wish_lies_sealed_in_the_database() {
        String request = asked(Filing.submitted(PERSON, ITEM), ANSWERS);

        assertThat(DatabaseState.query("select wish is null and position('" + RIGHT
                        + "' in encode(wish_sealed, 'escape')) = 0 from correction where id = '" + request + "'"))
                .isEqualTo("t");
    }

    @Test
    void who_declines_says_why_and_nothing_is_decided_twice() {
        String id = Filing.submitted(PERSON, ITEM);
        String before = mobile(id);
        String request = asked(id, ANSWERS);

        assertThat(codes(decide("officer-hightech", request, false, null))).containsExactly("FORM_INVALID");
        assertThat(decide("officer-hightech", request, false, "与证件不符")
                        .getString("data.correctionDecide.correction.state"))
                .isEqualTo("DECLINED");
        assertThat(codes(decide("officer-hightech", request, true, null))).containsExactly("ILLEGAL_TRANSITION");
        assertThat(mobile(id)).isEqualTo(before);
    }

    @Test
    void a_closed_file_is_not_altered() {
        String id = Filing.submitted(PERSON, ITEM);
        String before = mobile(id);
        String request = asked(id, ANSWERS);
        var _ = DatabaseState.execute("update service_case set status = 'COMPLETED', closure = 'CLOSED_OTHER',"
                + " closed_at = now() where id = '" + id + "'");

        assertThat(decide("reviewer-hightech", request, true, null).getString("data.correctionDecide.correction.state"))
                .isEqualTo("ATTACHED");
        assertThat(mobile(id)).isEqualTo(before);
    }

    @Test
    void only_what_could_stand_in_the_form_can_be_asked_for() {
        String id = Filing.submitted(PERSON, ITEM);
        JsonPath wrong = ask(PERSON, id, Map.of("contactMobile", "no number"));

        assertThat(wrong.getString("data.correctionRequest.userErrors[0].code")).isEqualTo("FORM_INVALID");
        assertThat(wrong.getList("data.correctionRequest.userErrors[0].path"))
                .isEqualTo(List.of("form", "contactMobile"));
        assertThat(ask(PERSON, id, Map.of()).getString("data.correctionRequest.userErrors[0].code"))
                .isEqualTo("FORM_INVALID");
        assertThat(ask(PERSON, Filing.draft(PERSON, ITEM), ANSWERS)
                        .getString("data.correctionRequest.userErrors[0].code"))
                .isEqualTo("ILLEGAL_TRANSITION");
    }

    @Test
    void only_the_owner_asks_and_only_the_tenant_decides() {
        String id = Filing.submitted(PERSON, ITEM);
        for (String other : List.of("citizen", "enterprise-other", "enterprise-operator")) {
            assertThat(ask(other, id, ANSWERS).getList("data.correctionRequest.userErrors.code"))
                    .as(other)
                    .isEqualTo(List.of("NOT_FOUND"));
        }
        String request = asked(id, ANSWERS);
        assertThat(codes(decide("officer-cbz", request, true, null))).containsExactly("NOT_FOUND");
        for (String other : List.of(PERSON, "auditor", "admin")) {
            assertThat(decide(other, request, true, null).getString("errors[0].extensions.code"))
                    .as(other)
                    .isEqualTo("FORBIDDEN");
        }
    }

    private static String asked(String id, Map<String, Object> answers) {
        JsonPath answer = ask(PERSON, id, answers);
        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getList("data.correctionRequest.userErrors")).isEmpty();
        return answer.getString("data.correctionRequest.correction.id");
    }

    private static JsonPath ask(String persona, String id, Map<String, Object> answers) {
        return GraphQl.as(persona)
                .ask(
                        "mutation($input: CorrectionRequestInput!) { correctionRequest(input: $input) { correction { id"
                                + " state } userErrors { code path } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "idempotencyKey",
                                        Filing.key(),
                                        "caseId",
                                        id,
                                        "form",
                                        answers,
                                        "reason",
                                        "填错了")));
    }

    private static JsonPath decide(String persona, String request, boolean approve, String grounds) {
        Map<String, Object> input =
                new HashMap<>(Map.of("idempotencyKey", Filing.key(), "correctionId", request, "approve", approve));
        input.put("grounds", grounds);
        return GraphQl.as(persona)
                .ask(
                        "mutation($input: CorrectionDecideInput!) { correctionDecide(input: $input) { correction { state"
                                + " } userErrors { code path } } }",
                        Map.of("input", input));
    }

    private static List<String> codes(JsonPath answer) {
        return answer.getList("data.correctionDecide.userErrors.code");
    }

    private static List<String> open(String persona) {
        return GraphQl.as(persona).ask("{ openCorrections { id } }").getList("data.openCorrections.id");
    }

    private static String mobile(String id) {
        return GraphQl.as(PERSON)
                .ask("query($id: ID) { serviceCase(id: $id) { form(unmask: true) } }", Map.of("id", id))
                .getString("data.serviceCase.form.contactMobile");
    }
}
