package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.edge.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An identity number or a name in the wrong place comes back nowhere.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PrivacyTest {

    private static final String NUMBER = "11010519491231002X";
    private static final String NAME = "张三丰";

    @TestHTTPResource("/graphql")
    URI endpoint;

    private LogListening log;

    @BeforeEach
    void listen() {
        log = new LogListening();
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void the_log_is_heard() {
        Logger.getLogger(PrivacyTest.class).warnf("heard: %s", NAME);

        assertThat(log.heard()).anyMatch(line -> line.contains(NAME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ serviceItems(first: \"%s\") { totalCount } }",
                "{ serviceItems(first: %s) { totalCount } }",
                "{ serviceItem(taskCode: \"%s) { name } }",
                "{ x%s }",
                "{ viewer { id } } fragment x%s on Viewer { id }",
                "{ serviceCase(id: \"%s\", caseNo: \"%s\") { id } }",
                "{ myCases(tab: x%s) { totalCount } }",
                "{ myCases(tab: \"%s\") { totalCount } }",
                "{ workCalendar(from: \"%s\", to: \"%s\") { date } }",
                "query Q($v: Int = \"%s\") { serviceItems(first: $v) { totalCount } }",
                "mutation { caseDraftSave(input: {idempotencyKey: \"k\", x%s: \"%s\"}) { userErrors { code } } }",
                "mutation { caseDraftSave(input: \"%s\") { userErrors { code } } }",
                "%s"
            })
    void a_value_in_the_document(String document) {
        unheard(client().ask(document.replace("%s", NUMBER)), NUMBER);
        unheard(client().ask(document.replace("%s", NAME)), NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Int", "Date!", "CaseTab", "Boolean", "CaseDraftSaveInput", "[Int]"})
    void a_value_of_a_variable(String type) {
        for (String value : List.of(NUMBER, NAME)) {
            unheard(variable(type, "\"" + value + "\""), value);
            unheard(variable(type, "{\"" + value + "\": \"" + value + "\"}"), value);
        }
    }

    private Reply variable(String type, String json) {
        return client().post(
                        "{\"query\": \"query Q($v: " + type + ") { __typename }\", \"variables\": {\"v\": " + json
                                + "}}",
                        "Content-Type",
                        "application/json",
                        "Accept-Language",
                        "en");
    }

    private Client client() {
        return new Client(endpoint);
    }

    private void unheard(Reply reply, String value) {
        assertThat(reply.json().path("errors")).as(reply.text()).isNotEmpty();
        assertThat(reply.text()).doesNotContain(value).doesNotContain(value.replaceAll("[Xx]$", ""));
        assertThat(log.heard()).noneMatch(line -> line.contains(value.replaceAll("[Xx]$", "")));
    }
}
