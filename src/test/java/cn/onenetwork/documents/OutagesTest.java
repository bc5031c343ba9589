package cn.onenetwork.documents;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.documents.storage.TroubledStorage;
import cn.onenetwork.operations.Scrape;
import cn.onenetwork.testing.Filing;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Without storage or scanner the pod stays ready, because cases go on; monitors are told.
@Tag("heavy")
@QuarkusTest
@TestProfile(CheckingTest.WithScanner.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutagesTest {

    private static final Map<String, Boolean> ALL =
            Map.of("database", true, "listener", true, "scanner", true, "storage", true);

    @Inject
    TroubledStorage storage;

    @Test
    void all_is_well() {
        assertThat(well(200)).isEqualTo(ALL);
        assertThat(status("started")).isEqualTo(200);
        assertThat(status("live")).isEqualTo(200);
    }

    @Test
    void without_its_storage_the_pod_is_ready_and_says_so() {
        storage.away(true);
        try {
            assertThat(well(503)).isEqualTo(without("storage"));
            casesGoOn();
            assertThat(available("storage")).isZero();
            assertThat(available("database")).isEqualTo(1);
        } finally {
            storage.away(false);
        }
        assertThat(well(200)).isEqualTo(ALL);
        assertThat(available("storage")).isEqualTo(1);
    }

    @Test
    void without_its_scanner_the_pod_is_ready_and_says_so() throws IOException {
        CheckingTest.WithClamd.running.stop();
        try {
            assertThat(well(503)).isEqualTo(without("scanner"));
            casesGoOn();
            assertThat(available("scanner")).isZero();
        } finally {
            CheckingTest.WithClamd.running.restart();
        }
        assertThat(well(200)).isEqualTo(ALL);
    }

    private static void casesGoOn() {
        assertThat(status("ready")).isEqualTo(200);
        assertThat(status("live")).isEqualTo(200);
        String id = Filing.draft("enterprise-legal", ItemFixture.LAND_PLANNING);
        assertThat(Filing.version("enterprise-legal", id)).isPositive();
    }

    private static double available(String dependency) {
        return Scrape.now().sum("one_network_dependency_available", Map.of("dependency", dependency));
    }

    private static int status(String which) {
        return RestAssured.get("/q/health/" + which).statusCode();
    }

    private static Map<String, Boolean> well(int status) {
        JsonPath answer = RestAssured.get("/q/health/well")
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
        return answer.getMap("checks.find { it.name == 'dependencies' }.data");
    }

    private static Map<String, Boolean> without(String dependency) {
        Map<String, Boolean> less = new TreeMap<>(ALL);
        less.put(dependency, false);
        return less;
    }
}
