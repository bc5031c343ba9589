package cn.onenetwork.schema;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.GoldenFile;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SchemaTest {

    @Test
    void the_golden_schema_is_the_one_that_is_served() {
        GoldenFile.of(PublishedSchema.FILE, SchemaTest.class).mustSay(normalised(served()));
    }

    @Test
    void the_served_schema_is_complete() {
        assertThat(PublishedSchema.parsed(served()).scalars()).containsKeys("JSON", "Date", "DateTime");
    }

    private static String served() {
        return RestAssured.get("/graphql/schema.graphql")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /// The server sorts types, fields and values by name; what is left is white space.
    private static String normalised(String sdl) {
        return sdl.replace("\r\n", "\n").replaceAll("[ \t]+\n", "\n").strip() + "\n";
    }
}
