package cn.onenetwork.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.platform.embedded.Persona;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Delegations through the API, as the app does.
public final class Delegating {

    public static final List<String> EVERYTHING =
            List.of("DRAFT", "SUBMIT", "SUPPLEMENT", "WITHDRAW", "UPLOAD", "SIGN");

    private static final String SELECTION = " { delegation { id status role principalName uscc agentName items actions"
            + " validFrom validTo endedAt history { kind items actions } } userErrors { code message path } } }";

    private Delegating() {}

    /// The number of the identity card of a persona.
    public static String idNumber(String persona) {
        return Persona.all().stream()
                .filter(one -> one.username().equals(persona))
                .map(one -> (String) one.claims().get("id_no"))
                .findFirst()
                .orElseThrow();
    }

    /// What somebody would grant: everything in all items, for thirty days, with whatever else is said instead.
    public static Map<String, Object> extent(String agent, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "idempotencyKey",
                Filing.key(),
                "agentIdNumber",
                idNumber(agent),
                "actions",
                EVERYTHING,
                "validTo",
                inDays(30)));
        input.putAll(more);
        return input;
    }

    /// An instant by the clock of the service.
    public static String inDays(int days) {
        return MovableClock.SERVICE.instant().plus(Duration.ofDays(days)).toString();
    }

    /// Tries a mutation on delegations; returns the whole answer.
    public static JsonPath mutate(String persona, String mutation, Map<String, Object> input) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        return GraphQl.as(persona)
                .ask(
                        "mutation($input: " + type + ") { " + mutation + "(input: $input)" + SELECTION,
                        Map.of("input", input));
    }

    /// Tries one that only names a delegation.
    public static JsonPath mutate(String persona, String mutation, String id) {
        return mutate(persona, mutation, Map.of("idempotencyKey", Filing.key(), "id", id));
    }

    /// Grants; returns the id.
    public static String granted(String principal, String agent, Map<String, Object> more) {
        return done(mutate(principal, "delegationGrant", extent(agent, more)), "delegationGrant")
                .getString("id");
    }

    /// Grants, and the agent accepts; returns the id.
    public static String accepted(String principal, String agent, Map<String, Object> more) {
        String id = granted(principal, agent, more);
        assertThat(done(mutate(agent, "delegationAccept", id), "delegationAccept")
                        .getString("status"))
                .isEqualTo("ACTIVE");
        return id;
    }

    /// The delegation after a mutation that must have been done.
    public static JsonPath done(JsonPath answer, String mutation) {
        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getList("data." + mutation + ".userErrors")).isEmpty();
        return answer.setRootPath("data." + mutation + ".delegation");
    }

    /// The codes that kept a mutation from being done.
    public static List<String> refusals(JsonPath answer, String mutation) {
        assertThat(answer.getList("errors")).isNull();
        return answer.getList("data." + mutation + ".userErrors.code");
    }

    /// Takes away all delegations there are, with their history and the ties.
    public static void forgetAll() {
        int _ = DatabaseState.execute("truncate delegation, delegation_change");
    }
}
