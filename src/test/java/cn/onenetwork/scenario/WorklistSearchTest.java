package cn.onenetwork.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// An officer looks for a case that waits: by the beginning of its number, or by a part of its item's name.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorklistSearchTest {

    private String id;
    private String caseNo;

    @BeforeEach
    void fileOne() {
        id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);
        caseNo = GraphQl.as("officer-hightech")
                .ask("query($id: ID) { serviceCase(id: $id) { caseNo } }", Map.of("id", id))
                .getString("data.serviceCase.caseNo");
    }

    @Test
    void by_the_beginning_of_a_number_and_by_the_whole() {
        assertThat(found(Map.of("text", caseNo))).containsExactly(id);
        assertThat(found(Map.of("text", caseNo.substring(0, 20)))).containsExactly(id);
        assertThat(found(Map.of("text", caseNo.substring(0, 14)))).contains(id);
        assertThat(found(Map.of("text", caseNo.substring(1)))).doesNotContain(id);
        assertThat(found(Map.of("text", "52019720"))).doesNotContain(id);
    }

    @Test
    void by_any_part_of_a_name_of_one_character_or_of_several() {
        assertThat(found(Map.of("text", "用地规划"))).contains(id);
        assertThat(found(Map.of("text", "用"))).contains(id);
        assertThat(found(Map.of("text", "规划用地"))).doesNotContain(id);
        assertThat(found(Map.of("text", "消防"))).doesNotContain(id);
    }

    @Test
    void what_looks_like_a_wildcard_is_none() {
        assertThat(found(Map.of("text", "%"))).isEmpty();
        assertThat(found(Map.of("text", "建设_地"))).isEmpty();
        assertThat(found(Map.of("text", "5201%"))).isEmpty();
    }

    @Test
    void statuses_narrow_it_and_none_of_them_finds_nothing() {
        assertThat(found(Map.of("text", caseNo, "status", List.of("SUBMITTED", "RECEIVED", "SUBMITTED"))))
                .containsExactly(id);
        assertThat(found(Map.of("text", caseNo, "status", List.of("RECEIVED")))).isEmpty();
        assertThat(found(Map.of("text", caseNo, "status", List.of("DRAFT")))).isEmpty();
        assertThat(found(Map.of("text", caseNo, "status", List.of()))).isEmpty();
    }

    private static List<String> found(Map<String, Object> filter) {
        List<String> ids = new ArrayList<>();
        JsonPath page = page(filter, null);
        ids.addAll(page.getList("nodes.id"));
        while (page.getBoolean("pageInfo.hasNextPage")) {
            page = page(filter, page.getString("pageInfo.endCursor"));
            ids.addAll(page.getList("nodes.id"));
        }
        assertThat(page.getInt("totalCount")).isEqualTo(ids.size());
        return ids;
    }

    private static JsonPath page(Map<String, Object> filter, @Nullable String after) {
        Map<String, Object> variables = new HashMap<>(Map.of("filter", filter));
        variables.put("after", after);
        JsonPath answer = GraphQl.as("officer-hightech").ask("""
                query($filter: WorklistFilter, $after: String) {
                  worklist(filter: $filter, first: 100, after: $after) {
                    totalCount nodes { id } pageInfo { endCursor hasNextPage }
                  }
                }
                """, variables);
        assertThat(answer.getList("errors")).isNull();
        return answer.setRootPath("data.worklist");
    }
}
