package cn.onenetwork.catalogue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CatalogueQueriesTest {

    private static final String PERMIT = "建筑工程施工许可证核发";
    private static final String SEARCH =
            "query($text: String) { serviceItems(filter: {text: $text}, first: 100) { totalCount nodes { name } } }";

    @ParameterizedTest
    @ValueSource(
            strings = {"施工", "施", "许可证", "建筑工程施工许可证核发", " 施工　许可 ", "construction permit", "CONSTRUCTION", "ｐｅｒｍｉｔ"})
    void a_search_finds_the_construction_permit(String text) {
        JsonPath answer = ask(SEARCH, Map.of("text", text));

        assertThat(answer.getList("data.serviceItems.nodes.name")).contains(PERMIT);
    }

    @Test
    void a_search_finds_only_what_contains_the_words() {
        JsonPath answer = ask(SEARCH, Map.of("text", "施工"));

        assertThat(answer.<String>getList("data.serviceItems.nodes.name"))
                .isNotEmpty()
                .allMatch(name -> name.contains("施工"));
        assertThat(answer.getInt("data.serviceItems.totalCount"))
                .isEqualTo(answer.getList("data.serviceItems.nodes").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "施_", "工施", "施工 不存在", "'; drop table service_item; --"})
    void what_no_item_contains_is_not_found(String text) {
        JsonPath answer = ask(SEARCH, Map.of("text", text));

        assertThat(answer.getList("data.serviceItems.nodes")).isEmpty();
        assertThat(answer.getInt("data.serviceItems.totalCount")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", TOO_LONG})
    void a_text_that_no_text_can_be_is_bad_input(String text) {
        assertBadInput(
                ask("{ serviceItems(filter: {text: \"%s\"}) { totalCount } }".formatted(escaped(text)), Map.of()));
    }

    private static final String TOO_LONG =
            "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890";

    @Test
    void filters_hold_together() {
        assertThat(total("{}")).isEqualTo(47);
        assertThat(total("{tenant: \"guiyang-hightech\"}")).isEqualTo(40);
        assertThat(total("{tenant: \"guiyang-cbz\"}")).isEqualTo(7);
        assertThat(total("{tenant: \"nowhere\"}")).isZero();
        assertThat(total("{topic: \"C04\"}")).isEqualTo(10);
        assertThat(total("{caseKind: INSTANT}") + total("{caseKind: PROMISED}")).isEqualTo(47);
        assertThat(total("{target: NATURAL_PERSON}")).isEqualTo(14);
        assertThat(total("{onlineOnly: true}")).isEqualTo(47);
        assertThat(total("{tenant: \"guiyang-hightech\", topic: \"C04\", caseKind: INSTANT, text: \"施工\"}"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20, 47, 100})
    void pages_walk_every_item_exactly_once(int size) {
        List<String> walked = new ArrayList<>();
        String after = null;
        boolean more = true;
        while (more) {
            JsonPath page = page(size, after);
            List<String> codes = page.getList("data.serviceItems.nodes.taskCode");
            assertThat(codes).hasSizeBetween(1, size);
            assertThat(page.getBoolean("data.serviceItems.pageInfo.hasPreviousPage"))
                    .isEqualTo(after != null);
            assertThat(page.getString("data.serviceItems.pageInfo.startCursor"))
                    .isEqualTo(page.getString("data.serviceItems.edges[0].cursor"));
            walked.addAll(codes);
            after = page.getString("data.serviceItems.pageInfo.endCursor");
            more = page.getBoolean("data.serviceItems.pageInfo.hasNextPage");
        }

        assertThat(walked).hasSize(47).doesNotHaveDuplicates().isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first: 0",
                "first: 101",
                "first: -1",
                "after: \"nonsense\"",
                "after: \"\"",
                // cursors of another list, and of this list with something else than a task code
                "after: \"ZXZlbnQfMQ\"",
                "after: \"aXRlbR8xJyBvciAx\"",
                "after: \"aXRlbR8A\""
            })
    void a_page_that_cannot_be_is_bad_input(String arguments) {
        assertBadInput(ask("{ serviceItems(%s) { totalCount } }".formatted(arguments), Map.of()));
    }

    @Test
    void aliases_with_different_arguments_get_their_own_answers() {
        JsonPath answer = ask("""
                { a: serviceItems(filter: {tenant: "guiyang-cbz"}, first: 2) { totalCount nodes { tenant inForce } }
                  b: serviceItems(filter: {tenant: "guiyang-hightech"}, first: 3) { totalCount nodes { tenant inForce } }
                  c: serviceItems(filter: {text: "施工"}) { totalCount }
                  d: serviceItems { totalCount }
                  e: serviceItems(filter: {tenant: "guiyang-cbz"}, first: 1) { totalCount nodes { name } } }
                """, Map.of());

        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getInt("data.a.totalCount")).isEqualTo(7);
        assertThat(answer.getList("data.a.nodes.tenant")).containsExactly("guiyang-cbz", "guiyang-cbz");
        assertThat(answer.getInt("data.b.totalCount")).isEqualTo(40);
        assertThat(answer.getList("data.b.nodes.tenant")).hasSize(3).containsOnly("guiyang-hightech");
        assertThat(answer.getInt("data.c.totalCount")).isBetween(1, 5);
        assertThat(answer.getInt("data.d.totalCount")).isEqualTo(47);
        assertThat(answer.getInt("data.e.totalCount")).isEqualTo(7);
        assertThat(answer.getList("data.e.nodes")).hasSize(1);
    }

    @Test
    void the_whole_is_counted_only_when_somebody_asks() {
        try (Statements statements = new Statements()) {
            JsonPath uncounted =
                    ask("{ serviceItems(first: 5) { nodes { name } pageInfo { hasNextPage } } }", Map.of());
            assertThat(uncounted.getList("data.serviceItems.nodes")).hasSize(5);
            assertThat(statements.seen()).isNotEmpty().noneMatch(sql -> sql.contains("count(*)"));

            JsonPath counted = ask("{ serviceItems(first: 5) { totalCount } }", Map.of());
            assertThat(counted.getInt("data.serviceItems.totalCount")).isEqualTo(47);
            assertThat(statements.seen()).anyMatch(sql -> sql.contains("count(*)"));
        }
    }

    @Test
    void a_service_item_shows_its_whole_guide() {
        JsonPath answer = ask("""
                query($taskCode: String!) { serviceItem(taskCode: $taskCode) {
                  id taskCode version state inForce effectiveOn cancelOn name nameEn tenant implementer itemType caseKind targets
                  topics handlingForms onlineAvailable onlineDepth onSiteVisits onSiteReason crossRegionScope
                  statutoryLimit { value unit targetMinutes note } promisedLimit { value unit targetMinutes }
                  compressionRate requiredRealNameLevel legalBasis { title articles documentNo summary }
                  acceptanceConditions handlingSteps { order name description limitMinutes } resultName resultType
                  feeRequired fees { name standard basis reducible reductionNote } consultation { phone online }
                  complaint { phone } windows { hall address openingHours counter } faqs { question answer }
                  materials { id name necessity mediaTypes maxBytes allowDeferred allowCommitment conditionText
                    acceptanceStandard sourceExplain sharedBy }
                  formSchema formLayout formExample } }
                """, Map.of("taskCode", taskCode(PERMIT)));

        assertThat(answer.getList("errors")).isNull();
        Map<String, Object> item = answer.getMap("data.serviceItem");
        assertThat(item)
                .containsEntry("id", "ht-construction-permit")
                .containsEntry("tenant", "guiyang-hightech")
                .containsEntry("caseKind", "INSTANT")
                .containsEntry("inForce", true)
                .containsEntry("effectiveOn", "2021-07-01")
                .containsEntry("requiredRealNameLevel", "L3");
        assertThat(answer.getDouble("data.serviceItem.compressionRate")).isEqualTo(85.71);
        assertThat(answer.getInt("data.serviceItem.promisedLimit.targetMinutes"))
                .isEqualTo(20);
        assertThat(answer.getList("data.serviceItem.materials")).isNotEmpty();
        assertThat(answer.getInt("data.serviceItem.materials[0].maxBytes")).isGreaterThanOrEqualTo(5 * 1024 * 1024);
        assertThat(answer.getString("data.serviceItem.formSchema.type")).isEqualTo("object");
        assertThat(answer.getBoolean("data.serviceItem.formSchema.additionalProperties"))
                .isFalse();
        assertThat(answer.getList("data.serviceItem.formLayout[0].fields")).isNotEmpty();
        assertThat(List.copyOf(
                        answer.getMap("data.serviceItem.formSchema.properties").keySet()))
                .isEqualTo(answer.getList("data.serviceItem.formLayout.fields.flatten().name"));
        assertThat(answer.getString("data.serviceItem.windows[0].hall")).contains("政务");
    }

    @Test
    void a_cancelled_item_is_not_listed_but_still_shown_by_its_code() {
        String cancelled = "11520192EXAMPLE54M4001021943001";

        JsonPath answer = ask("{ serviceItem(taskCode: \"" + cancelled + "\") { state inForce cancelOn } }", Map.of());

        assertThat(answer.getString("data.serviceItem.state")).isEqualTo("CANCELLED");
        assertThat(answer.getBoolean("data.serviceItem.inForce")).isFalse();
        assertThat(page(100, null).getList("data.serviceItems.nodes.taskCode")).doesNotContain(cancelled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "\\u0000", "11520192EXAMPLE54M4001021943999"})
    void an_unknown_item_is_null(String taskCode) {
        JsonPath answer = ask("{ serviceItem(taskCode: \"" + taskCode + "\") { id } }", Map.of());

        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getMap("data")).containsEntry("serviceItem", null);
    }

    @Test
    void front_ends_learn_the_values_to_filter_by() {
        JsonPath answer = ask(
                "{ topics { code audience name nameEn } tenants { id name nameEn regionCode parentId } }", Map.of());

        assertThat(answer.getList("data.topics.code")).hasSize(23).contains("C04", "P01");
        assertThat(answer.getList("data.tenants.id"))
                .startsWith("guizhou", "guiyang")
                .hasSize(4);
    }

    private static int total(String filter) {
        return ask("{ serviceItems(filter: %s, first: 1) { totalCount } }".formatted(filter), Map.of())
                .getInt("data.serviceItems.totalCount");
    }

    private static String taskCode(String name) {
        return ask("query($t: String) { serviceItems(filter: {text: $t}) { nodes { taskCode } } }", Map.of("t", name))
                .getString("data.serviceItems.nodes[0].taskCode");
    }

    private static JsonPath page(int size, String after) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("first", size);
        variables.put("after", after);
        return ask("""
                query($first: Int, $after: String) { serviceItems(first: $first, after: $after) {
                  nodes { taskCode } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }
                """, variables);
    }

    private static void assertBadInput(JsonPath answer) {
        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.<Object>get("data.serviceItems")).isNull();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
        return escaped.toString();
    }

    private static JsonPath ask(String query, Map<String, ?> variables) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then()
                .extract()
                .jsonPath();
    }
}
