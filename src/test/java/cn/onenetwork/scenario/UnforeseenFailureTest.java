package cn.onenetwork.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.LogCapture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Something nobody foresaw: here a tenant whose definition somebody broke in the database.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnforeseenFailureTest {

    private static final String SECRET = "11010519491231002X";

    private String definition;

    @BeforeEach
    void breakATenant() {
        definition = DatabaseState.query("select definition from tenant where id = 'guizhou'");
        var _ = DatabaseState.execute("update tenant set definition = '[\"" + SECRET + "\"]' where id = 'guizhou'");
    }

    @AfterEach
    void mendIt() {
        var _ = DatabaseState.execute(
                "update tenant set definition = '" + definition.replace("'", "''") + "' where id = 'guizhou'");
    }

    @Test
    void answers_INTERNAL_with_an_id_that_is_also_in_the_log_and_tells_nothing_else() {
        LogCapture log = LogCapture.start();
        JsonPath answer = GraphQl.anonymous().ask("{ tenants { name } topics { code } }");
        String heard = log.stop();

        String errorId = answer.getString("errors[0].extensions.errorId");
        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("INTERNAL");
        assertThat(answer.getList("data.tenants")).isNull();
        assertThat(answer.getList("data.topics")).as("its sibling").isNotEmpty();
        assertThat(errorId).isNotBlank();
        assertThat(heard).contains(errorId).contains("cn.onenetwork.catalogue").doesNotContain(SECRET);
        assertThat(answer.prettify()).doesNotContain(SECRET).doesNotContain("Exception");
    }
}
