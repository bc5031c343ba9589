package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.EmbeddedServices;
import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The client that the apps use, npm `graphql-ws`, with tokens that expire while it watches a case.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReconnectingClientTest {

    private static final String WATCHER = "officer-hightech";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Inject
    Renderings renderings;

    @Inject
    EdgeConfig config;

    @Inject
    Gate gate;

    @Inject
    Operations operations;

    @Inject
    Vertx vertx;

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();

    @Test
    void when_its_token_expires_it_comes_back_with_a_new_one_and_loses_no_event_and_gets_none_twice() throws Exception {
        NodeProject clients = NodeProject.installed("clients", "watch.js");
        String id = Filing.submitted("enterprise-legal", ItemFixture.LAND_PLANNING);
        tokensLastShortly();
        Process client = clients.start(
                "watch.js",
                endpoint.toString().replaceFirst("^http", "ws"),
                EmbeddedServices.issuer().url(),
                WATCHER,
                id,
                GraphQl.document("CaseProgress"));
        try (BufferedReader lines = client.inputReader()) {
            Thread _ = Thread.startVirtualThread(
                    () -> lines.lines().map(ReconnectingClientTest::json).forEach(heard::add));
            int last = keepHappening(id);

            await().atMost(PATIENCE).until(() -> sequences().contains(last));
            assertThat(sequences())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, last).boxed().toList());
            assertThat(heard)
                    .filteredOn(line -> line.has("closed"))
                    .extracting(line -> line.path("closed").asInt())
                    .containsOnly(4403);
            assertThat(heard).noneMatch(line -> line.has("failed") || line.has("errors") || line.has("completed"));
        } finally {
            client.destroy();
        }
    }

    /// Things happen to the case until the client has lost two connections and has the third.
    private int keepHappening(String id) {
        int[] last = {2};
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> {
            last[0] = Filing.officer(WATCHER, last[0] % 2 == 0 ? "caseClaim" : "caseRelease", id)
                    .getInt("lastSequence");
            return heard.stream().filter(line -> line.has("connected")).count() >= 3;
        });
        return last[0];
    }

    /// A clock so far ahead that a token has about a second left when it is issued.
    private void tokensLastShortly() {
        JsonNode claims = json(
                new String(Base64.getUrlDecoder().decode(Tokens.of(WATCHER).split("\\.")[1]), StandardCharsets.UTF_8));
        Duration lifetime = Duration.ofSeconds(
                claims.path("exp").asLong() - claims.path("iat").asLong());
        Duration ahead = lifetime.minus(config.socket().tokenMargin()).minusMillis(1500);
        QuarkusMock.installMockForType(
                new Sockets(
                        config,
                        gate,
                        operations,
                        renderings,
                        Clock.offset(Clock.systemUTC(), ahead),
                        vertx,
                        Optional.empty()),
                Sockets.class);
    }

    private List<Integer> sequences() {
        return heard.stream()
                .filter(line -> line.has("sequence"))
                .map(line -> line.path("sequence").asInt())
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return Client.JSON.readTree(line);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
