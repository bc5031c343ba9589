package cn.onenetwork.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.Subscription;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// What is counted, read where Prometheus reads it.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MetricsTest {

    private static final String WATCH =
            "subscription($id: ID, $after: Int)" + " { caseProgressed(id: $id, afterSequence: $after) { kind } }";

    private static final Map<String, String> SUBSCRIPTION = Map.of("type", "subscription");

    @Test
    void a_case_is_counted_from_its_filing_to_its_decision() {
        Scrape before = Scrape.now();
        Traffic.aCaseThatIsWatched();
        Scrape after = Scrape.now();

        Map<String, String> promised = Map.of("kind", "promised");
        assertThat(rise(before, after, "one_network_cases_submitted_total", promised))
                .isEqualTo(1);
        Map<String, String> approved = Map.of("kind", "promised", "outcome", "approved");
        assertThat(rise(before, after, "one_network_cases_decided_total", approved))
                .isEqualTo(1);
        assertThat(rise(before, after, "one_network_cases_decision_seconds_count", approved))
                .isEqualTo(1);
        assertThat(rise(before, after, "one_network_cases_events_total", Map.of("kind", "review_started")))
                .isEqualTo(1);
    }

    @Test
    void a_follower_is_counted_while_it_follows_and_its_events_with_their_delay() {
        String id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);
        Scrape before = Scrape.now();
        Scrape during;
        try (Subscription watching = GraphQl.as("enterprise-legal").subscribe(WATCH, Map.of("id", id, "after", 0))) {
            assertThat(watching.next().getString("data.caseProgressed.kind")).isEqualTo("DRAFT_SAVED");
            during = Scrape.now();
            assertThat(during.sum("one_network_feed_followers")).isPositive();
            assertThat(during.sum("one_network_sockets_open")).isPositive();
            assertThat(during.sum("one_network_operations_running", SUBSCRIPTION))
                    .isPositive();
            assertThat(rise(before, during, "one_network_feed_lag_seconds_count", Map.of()))
                    .as("what was missed is not late")
                    .isZero();
            var _ = Filing.officer("officer-hightech", "caseReceive", id);
            await().until(() -> rise(before, Scrape.now(), "one_network_feed_lag_seconds_count", Map.of()) == 1);
        }
        Scrape after = await().until(
                        Scrape::now,
                        now -> rise(during, now, "one_network_feed_followers", Map.of()) < 0
                                && rise(during, now, "one_network_sockets_open", Map.of()) < 0
                                && rise(during, now, "one_network_operations_running", SUBSCRIPTION) < 0);
        assertThat(rise(before, after, "one_network_feed_events_delivered_total", Map.of()))
                .isGreaterThan(1);
    }

    @Test
    void what_the_gate_refuses_is_counted_by_its_code() {
        Scrape before = Scrape.now();
        var _ = GraphQl.anonymous().ask("{ nonsense }");

        assertThat(rise(before, Scrape.now(), "one_network_gate_refusals_total", Map.of("code", "INVALID_DOCUMENT")))
                .isEqualTo(1);
    }

    @Test
    void labels_are_words_and_nothing_about_anybody() {
        Traffic.aCaseThatIsWatched();

        assertThat(Scrape.now().samples())
                .filteredOn(sample -> sample.name().startsWith("one_network_"))
                .hasSizeGreaterThan(100)
                .allSatisfy(sample -> sample.labels().forEach((label, value) -> {
                    if (!label.equals("le")) {
                        assertThat(value).as(label).matches("[A-Za-z_]+");
                    }
                }));
    }

    private static double rise(Scrape before, Scrape after, String name, Map<String, String> labels) {
        return after.sum(name, labels) - before.sum(name, labels);
    }
}
