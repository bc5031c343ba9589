package cn.onenetwork.operations;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.Subscription;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// What is counted, read where Prometheus reads it.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MetricsTest {

    private static final String WATCH =
            "subscription($id: ID, $after: Int) { caseProgressed(id: $id, afterSequence: $after) { kind } }";

    @Test
    void a_case_is_counted_from_its_filing_to_its_decision() throws Exception {
        Scrape before = Scrape.now();
        String id = Filing.draft("enterprise-legal", ItemFixture.LAND_PLANNING);
        try (Subscription watching = GraphQl.as("enterprise-operator").subscribe(WATCH, Map.of("id", id, "after", 0))) {
            assertThat(watching.next().getString("data.caseProgressed.kind")).isEqualTo("DRAFT_SAVED");
            var _ = Filing.document("enterprise-legal", id, "ht-land-planning-m05", "application/pdf");
            JsonPath _ =
                    Filing.mutate("enterprise-legal", "caseSubmit", Map.of("idempotencyKey", Filing.key(), "id", id));
            for (String mutation : List.of("caseReceive", "caseAccept")) {
                var _ = Filing.officer("officer-hightech", mutation, id);
            }
            var _ = Filing.officer("reviewer-hightech", "caseApprove", id);
            List<JsonPath> _ = watching.next(9);
            var _ = GraphQl.anonymous().ask("{ nonsense }");
            Files.writeString(
                    Path.of("target/metrics.txt"),
                    io.restassured.RestAssured.get("/q/metrics").asString());
            Files.writeString(
                    Path.of("target/health.txt"),
                    io.restassured.RestAssured.get("/q/health").asString()
                            + io.restassured.RestAssured.get("/q/health/well").asString()
                            + io.restassured.RestAssured.get("/q/health/started")
                                    .asString()
                            + io.restassured.RestAssured.get("/q/health/ready").asString());
        }
    }
}
