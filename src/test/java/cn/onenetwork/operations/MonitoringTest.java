package cn.onenetwork.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Dashboard, alerts and autoscaler ask only for what the running service measures.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MonitoringTest {

    private static final Path DASHBOARD = Path.of("k8s/components/monitoring/dashboard.json");
    private static final Path ALERTS = Path.of("k8s/components/monitoring/alerts.yaml");
    private static final Path AUTOSCALER = Path.of("k8s/base/autoscaler.yaml");

    /// Of Prometheus and kube-state-metrics.
    private static final Pattern OF_OTHERS = Pattern.compile("up|kube_.*");

    /// What Prometheus puts on every series.
    private static final List<String> OF_PROMETHEUS = List.of("job", "pod", "namespace", "instance");

    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][\\w:]*)\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)(=~?)\"([^\"]*)\"");
    private static final Pattern OURS_WITHOUT_SERIES =
            Pattern.compile("\\b(?:one_network|sql_pool|jvm|http)_\\w+\\b(?!\\{)");

    private Scrape scrape;

    @BeforeEach
    void somethingHappens() {
        Traffic.aCaseThatIsWatched();
        scrape = Scrape.now();
    }

    @Test
    void every_panel_of_the_dashboard_has_something_to_show() throws IOException {
        List<String> expressions = expressions(new ObjectMapper().readTree(DASHBOARD.toFile()));

        assertThat(expressions).hasSizeGreaterThan(30);
        assertThat(expressions.stream().flatMap(this::complaints)).isEmpty();
    }

    @Test
    void every_alert_has_something_to_look_at() throws IOException {
        List<String> expressions = Files.readAllLines(ALERTS).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("expr: "))
                .map(line -> line.substring("expr: ".length()))
                .toList();

        assertThat(expressions).hasSizeGreaterThan(15);
        assertThat(expressions.stream().flatMap(this::complaints)).isEmpty();
    }

    @Test
    void the_autoscaler_counts_what_is_measured() throws IOException {
        List<String> counted = Pattern.compile("metric:\\s+name: (\\S+)")
                .matcher(Files.readString(AUTOSCALER))
                .results()
                .map(metric -> metric.group(1))
                .toList();

        assertThat(counted).isNotEmpty().isSubsetOf(scrape.names());
    }

    @Test
    void every_alert_is_explained() throws IOException {
        String explained = Files.readString(Path.of("docs/operations.md"));
        List<String> alerts = Pattern.compile("alert: (\\w+)")
                .matcher(Files.readString(ALERTS))
                .results()
                .map(alert -> alert.group(1))
                .toList();

        assertThat(alerts)
                .hasSizeGreaterThan(15)
                .allSatisfy(alert -> assertThat(explained).contains("| `" + alert + "` |"));
    }

    @Test
    void an_expression_about_nothing_is_noticed() {
        assertThat(complaints("rate(one_network_feed_lag_seconds_count{job=\"one-network\"}[5m])"))
                .isEmpty();
        assertThat(complaints("rate(one_network_nothing_total{job=\"one-network\"}[5m])"))
                .containsExactly("one_network_nothing_total is not measured");
        assertThat(complaints("one_network_gate_refusals_total{code=\"NONSENSE\"}"))
                .containsExactly("one_network_gate_refusals_total has no code=\"NONSENSE\"");
        assertThat(complaints("one_network_gate_refusals_total{person=\"a\"}"))
                .containsExactly("one_network_gate_refusals_total has no person=\"a\"");
        assertThat(complaints("sum(one_network_sockets_open)")).containsExactly("one_network_sockets_open without {}");
        assertThat(complaints("1 + 1")).containsExactly("nothing is asked: 1 + 1");
    }

    private static List<String> expressions(JsonNode tree) {
        return Manifests.objects(tree)
                .filter(one -> one.has("expr"))
                .map(one -> one.path("expr").asText())
                .toList();
    }

    private Stream<String> complaints(String expression) {
        List<MatchResult> series = SERIES.matcher(expression).results().toList();
        Stream<String> bare =
                OURS_WITHOUT_SERIES.matcher(expression).results().map(name -> name.group() + " without {}");
        return series.isEmpty() && !OURS_WITHOUT_SERIES.matcher(expression).find()
                ? Stream.of("nothing is asked: " + expression)
                : Stream.concat(bare, series.stream().flatMap(this::complaints));
    }

    private Stream<String> complaints(MatchResult series) {
        String name = series.group(1);
        if (OF_OTHERS.matcher(name).matches()) {
            return Stream.empty();
        }
        if (!scrape.names().contains(name)) {
            return Stream.of(name + " is not measured");
        }
        return MATCHER.matcher(series.group(2))
                .results()
                .filter(matcher -> !OF_PROMETHEUS.contains(matcher.group(1)) && !isMeasured(name, matcher))
                .map(matcher -> name + " has no " + matcher.group());
    }

    /// Which dependencies there are is a matter of the installation; that there is a scanner is not known to tests.
    private boolean isMeasured(String name, MatchResult matcher) {
        boolean exact = matcher.group(2).equals("=") && !matcher.group(1).equals("dependency");
        Pattern wanted = Pattern.compile(exact ? Pattern.quote(matcher.group(3)) : ".*");
        return scrape.samples().stream()
                .filter(sample -> sample.name().equals(name))
                .map(sample -> sample.labels().get(matcher.group(1)))
                .anyMatch(value -> value != null && wanted.matcher(value).matches());
    }
}
