package cn.onenetwork.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.documents.DocumentFixture;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.TwoIssuers;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Somebody whose real-name level is too low goes and raises it, and goes on where they stopped.
@QuarkusTest
@TestProfile(TwoIssuers.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StepUpTest {

    private static final String CASE = " { serviceCase { id status version materials { required state"
            + " material { id mediaTypes } } } userErrors { code message path"
            + " stepUp { requiredLevel currentLevel url } } } }";
    private static final String SAVE = "mutation($input: CaseDraftSaveInput!) { caseDraftSave(input: $input)" + CASE;
    private static final String SUBMIT = "mutation($input: CaseSubmitInput!) { caseSubmit(input: $input)" + CASE;
    private static final String TICKET = "mutation($input: DocumentUploadCreateInput!) {"
            + " documentUploadCreate(input: $input) { upload { id } userErrors { code stepUp { url } } } }";

    private static final String GRANT = "mutation($input: DelegationGrantInput!) { delegationGrant(input: $input)"
            + " { userErrors { code stepUp { requiredLevel currentLevel url } } } }";

    private final String subject = "p-" + UUID.randomUUID();

    @Test
    void the_same_draft_and_the_same_key_go_on_after_the_level_was_raised() {
        JsonNode draft = ask(
                        "L1",
                        SAVE,
                        "caseDraftSave",
                        Map.of(
                                "idempotencyKey", Filing.key(),
                                "taskCode",
                                        ItemFixture.item(ItemFixture.SENIOR_CARD)
                                                .taskCode(),
                                "form", Filing.formExample(ItemFixture.SENIOR_CARD)))
                .path("serviceCase");
        handInWhatIsMissing(draft);
        Map<String, Object> submission =
                Map.of("idempotencyKey", Filing.key(), "id", draft.path("id").asText());

        JsonNode refused = ask("L1", SUBMIT, "caseSubmit", submission);

        assertThat(refused.path("serviceCase").isNull()).isTrue();
        assertThat(refused.path("userErrors")).hasSize(1);
        JsonNode error = refused.at("/userErrors/0");
        assertThat(error.path("code").asText()).isEqualTo("STEP_UP_REQUIRED");
        assertThat(error.path("stepUp").toString())
                .isEqualTo("{\"requiredLevel\":\"L2\",\"currentLevel\":\"L1\",\"url\":"
                        + "\"https://identity.example/upgrade?to=L2&back=cn.onenetwork.app%3A%2Fresume\"}");

        JsonNode filed = ask("L3", SUBMIT, "caseSubmit", submission);

        assertThat(filed.path("userErrors")).isEmpty();
        assertThat(filed.at("/serviceCase/id").asText())
                .isEqualTo(draft.path("id").asText());
        assertThat(filed.at("/serviceCase/status").asText()).isNotEqualTo("DRAFT");
        assertThat(ask("L3", SUBMIT, "caseSubmit", submission).at("/serviceCase/version"))
                .isEqualTo(filed.at("/serviceCase/version"));
    }

    @Test
    void who_lets_others_act_is_told_in_the_same_way() {
        JsonNode error = ask(
                        "L2",
                        GRANT,
                        "delegationGrant",
                        Map.of(
                                "idempotencyKey",
                                Filing.key(),
                                "agentIdNumber",
                                "11010519491231002X",
                                "actions",
                                List.of("SUBMIT"),
                                "validTo",
                                "2030-01-01T00:00:00Z"))
                .at("/userErrors/0");

        assertThat(error.path("code").asText()).isEqualTo("STEP_UP_REQUIRED");
        assertThat(error.at("/stepUp/requiredLevel").asText()).isEqualTo("L3");
        assertThat(error.at("/stepUp/currentLevel").asText()).isEqualTo("L2");
        assertThat(error.at("/stepUp/url").asText()).startsWith("https://identity.example/upgrade?to=L3&");
    }

    @Test
    void other_problems_lead_nowhere() {
        JsonNode error = ask(
                        "L3", SUBMIT, "caseSubmit", Map.of("idempotencyKey", Filing.key(), "id", UUID.randomUUID()))
                .at("/userErrors/0");

        assertThat(error.path("code").asText()).isEqualTo("NOT_FOUND");
        assertThat(error.path("stepUp").isNull()).isTrue();
    }

    private void handInWhatIsMissing(JsonNode draft) {
        for (JsonNode slot : draft.path("materials")) {
            if (slot.path("required").asBoolean() && slot.path("state").asText().equals("MISSING")) {
                JsonNode ticket = ask(
                        "L1",
                        TICKET,
                        "documentUploadCreate",
                        Map.of(
                                "idempotencyKey", Filing.key(),
                                "caseId", draft.path("id").asText(),
                                "materialId", slot.at("/material/id").asText(),
                                "fileName", "材料.bin",
                                "mediaType", slot.at("/material/mediaTypes/0").asText(),
                                "size", 1000));
                DocumentFixture.ready(ticket.at("/upload/id").asText());
            }
        }
    }

    private JsonNode ask(String level, String mutation, String field, Map<String, ?> input) {
        String token = TwoIssuers.province().token(TwoIssuers.person(subject, level));
        JsonNode answer = Door.graphql(mutation, Map.of("input", input), "Bearer " + token)
                .json();
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/" + field);
    }
}
