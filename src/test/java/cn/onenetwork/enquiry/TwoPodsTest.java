package cn.onenetwork.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.Service;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two pods of the production package over one database: whoever guesses at both gets no more than at one. The item
/// asks
/// for no documents, as these would have to be checked.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TwoPodsTest {

    private static final String WRONG = "CCCCCCCC";
    private static final String OWNER = "enterprise-legal";
    private static final String MINE =
            "query($id: ID) { serviceCase(id: $id) { caseNo queryCode queryTries { wrong } } }";

    /// What a pod counts for itself is out of the way.
    private static final Map<String, String> SETTINGS = Map.of("one-network.edge.secrets.per-asker", "1000");

    @TempDir
    static Path folder;

    @BeforeAll
    static void pack() {
        Service.pack(folder.resolve("build.log"));
    }

    @Test
    void who_guesses_at_both_is_stopped_by_both() {
        try (Service one = Service.start(folder.resolve("one.log"), SETTINGS);
                Service other = Service.start(folder.resolve("other.log"), SETTINGS)) {
            String id = one.asked(() -> Filing.submitted(OWNER, ItemFixture.POLICY_CLAIM));
            JsonPath mine = mine(other, id);
            String caseNo = mine.getString("caseNo");
            String code = mine.getString("queryCode");
            assertThat(progress(one, caseNo, code).getString("data.caseProgress.status"))
                    .isEqualTo("SUBMITTED");

            for (int guess = 0; guess < 5; guess++) {
                Service asked = guess % 2 == 0 ? one : other;
                assertThat(progress(asked, caseNo, WRONG).getString("errors")).isNull();
            }
            for (int guess = 0; guess < 25; guess++) {
                Service asked = guess % 2 == 0 ? one : other;
                JsonPath closed = progress(asked, caseNo, code);
                assertThat(closed.getString("data.caseProgress")).isNull();
                assertThat(closed.getString("errors")).isNull();
            }
            for (Service asked : List.of(one, other)) {
                assertThat(progress(asked, caseNo, code).getString("errors[0].extensions.code"))
                        .isEqualTo("RATE_LIMITED");
                assertThat(mine(asked, id).getInt("queryTries.wrong")).isEqualTo(5);
            }
        }
    }

    private static JsonPath mine(Service asked, String id) {
        return asked.asked(() -> GraphQl.as(OWNER).ask(MINE, Map.of("id", id))).setRootPath("data.serviceCase");
    }

    private static JsonPath progress(Service asked, String caseNo, String code) {
        return asked.asked(
                () -> GraphQl.anonymous().operation("CaseQuery", Map.of("caseNo", caseNo, "queryCode", code)));
    }
}
