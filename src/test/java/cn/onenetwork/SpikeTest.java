package cn.onenetwork;

import static io.restassured.RestAssured.given;
import cn.onenetwork.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SpikeTest {
    @Test
    void sdl() throws Exception {
        java.nio.file.Files.writeString(java.nio.file.Path.of("target/sdl.graphql"), given().get("/graphql/schema.graphql").asString());
        for (String q : new String[] {"{viewer{id kind roles realNameLevel corporation{uscc name role}}}", "{myCases{totalCount nodes{id}}}", "{worklist{totalCount}}", "{dueDate(from:\"2022-03-01\",workdays:7){dueOn provisional}}", "{myCases(first:0){totalCount}}", "{myCases(first:\"abc\"){totalCount}}"}) {
            System.out.println(given().header("Authorization", "Bearer " + Tokens.of("enterprise-legal")).contentType("application/json").body(Map.of("query", q)).post("/graphql").asString());
        }
    }
}
