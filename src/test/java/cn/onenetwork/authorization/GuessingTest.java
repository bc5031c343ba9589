package cn.onenetwork.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import cn.onenetwork.cases.CaseNumber;
import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Case numbers follow one another, so anybody can guess them. It gets nobody anything: not an answer, not another
/// price, not a wait.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GuessingTest {

    private static final int IN_ONE = 20;
    private static final Duration AT_ONCE = Duration.ofSeconds(8);

    @TestHTTPResource("/graphql")
    URI endpoint;

    private String foreign;
    private String foreignNo;

    @BeforeEach
    void a_case_of_somebody_else() {
        foreign = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);
        foreignNo = DatabaseState.query("select case_no from service_case where id = '" + foreign + "'");
    }

    @Test
    void a_thousand_guesses_have_one_answer_and_one_price() {
        CaseNumber real = CaseNumber.parse(foreignNo).orElseThrow();
        int sequence = real.sequence();
        List<String> numbers = IntStream.range(0, 500)
                .mapToObj(i -> CaseNumber.of(
                                real.regionCode(), real.day(), Math.floorMod(sequence + 250 - i, 999_999) + 1)
                        .value())
                .toList();
        List<String> ids = new ArrayList<>(IntStream.range(0, 499)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .toList());
        ids.add(250, foreign);
        Set<String> answers = new TreeSet<>();
        assertThat(numbers).contains(foreignNo);
        answers.addAll(guess("caseNo", numbers));
        answers.addAll(guess("id", ids));

        assertThat(answers)
                .singleElement()
                .asString()
                .startsWith("[] {\"g0\":null,")
                .contains("\"asked\":");
    }

    /// What the answers can be told apart by, left out what is left of the budget.
    private Set<String> guess(String argument, List<String> values) {
        Set<String> answers = new TreeSet<>();
        Door door = new Door(endpoint, (_, _) -> {});
        for (int from = 0; from < values.size(); from += IN_ONE) {
            StringBuilder document = new StringBuilder("{");
            for (int i = 0; i < IN_ONE; i++) {
                document.append(" g%d: serviceCase(%s: \"%s\") { id }".formatted(i, argument, values.get(from + i)));
            }
            JsonNode response = door.post("citizen-l2", document + " }", Map.of());
            JsonNode cost = response.at("/extensions/cost");
            answers.add("%s %s %s %s"
                    .formatted(
                            response.path("errors").isMissingNode() ? "[]" : response.path("errors"),
                            response.path("data"),
                            "\"asked\":" + cost.path("asked"),
                            "\"used\":" + cost.path("used")));
        }
        return answers;
    }

    @Test
    void who_may_not_see_a_case_neither_waits_for_those_who_work_on_it_nor_holds_them_up() throws SQLException {
        String document = DatabaseState.query("select min(id::text) from document where case_id = '" + foreign + "'");
        String own = Filing.draft("enterprise-other", ItemFixture.LAND_PLANNING);
        try (Connection working = DatabaseState.owner();
                Statement lock = working.createStatement()) {
            working.setAutoCommit(false);
            lock.execute("select 1 from service_case where id = '" + foreign + "' for update");
            lock.execute("select 1 from document where case_id = '" + foreign + "' for update");

            assertThat(assertTimeoutPreemptively(AT_ONCE, () -> refusals("caseWithdraw", Map.of("id", foreign))))
                    .containsExactly("NOT_FOUND");
            assertThat(assertTimeoutPreemptively(
                            AT_ONCE, () -> refusals("documentRemove", Map.of("caseId", own, "documentId", document))))
                    .containsExactly("NOT_FOUND");
        }
    }

    private static List<String> refusals(String mutation, Map<String, String> ids) {
        Map<String, Object> input = new HashMap<>(ids);
        input.put("idempotencyKey", Filing.key());
        JsonPath answer = Filing.mutate("enterprise-other", mutation, input);
        return answer.getList("data." + mutation + ".userErrors.code");
    }

    @Test
    void an_id_that_is_none_is_answered_like_one_that_leads_nowhere() {
        for (String nonsense :
                List.of("", "1", "%", "' or 1=1 --", foreign.substring(1), "00000000-0000-0000-0000-000000000000")) {
            JsonPath answer = GraphQl.as("citizen-l2")
                    .ask("query($id: ID) { serviceCase(id: $id) { id } }", Map.of("id", nonsense));

            assertThat(answer.getList("errors")).as(nonsense).isNull();
            assertThat(answer.getString("data.serviceCase")).as(nonsense).isNull();
        }
    }
}
