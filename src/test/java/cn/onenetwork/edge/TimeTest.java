package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.edge.Client.Reply;
import cn.onenetwork.testing.EmbeddedServices;
import cn.onenetwork.testing.Tokens;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// What takes too long, and what has lasted long enough.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TimeTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Inject
    Renderings renderings;

    @Inject
    EdgeConfig config;

    @Inject
    Gate gate;

    @Inject
    Vertx vertx;

    @Inject
    Operations operations;

    @Inject
    Engine engine;

    @Inject
    CurrentIdentityAssociation identities;

    @Inject
    CurrentVertxRequest exchanges;

    @Test
    void an_operation_that_waits_too_long_for_the_database_is_unavailable() throws SQLException {
        Tuned tuned = new Tuned(config);
        tuned.deadline = Duration.ofMillis(300);
        install(tuned);
        try (Connection owner = owner();
                Statement lock = owner.createStatement()) {
            owner.setAutoCommit(false);
            lock.execute("lock table service_item in access exclusive mode");
            String waiting = "{ serviceItems(first: 1) { nodes { name } } }";
            Reply trusted = new Client(endpoint).ask(waiting, "Accept-Language", "en");

            assertThat(trusted.status()).isEqualTo(503);
            assertThat(trusted.code()).isEqualTo("UNAVAILABLE");
            assertThat(trusted.error().path("message").asText()).isEqualTo("This took too long; try again later.");
            try (Wires wires = Wires.ready(endpoint)) {
                assertThat(wires.subscribe("1", waiting)
                                .expect("error")
                                .at("/payload/0/extensions/code")
                                .asText())
                        .isEqualTo("UNAVAILABLE");
            }
            owner.rollback();
        }
        assertThat(new Client(endpoint)
                        .ask("{ serviceItems(first: 1) { nodes { name } } }")
                        .json()
                        .at("/data/serviceItems/nodes"))
                .hasSize(1);
    }

    @Test
    void where_introspection_is_off_the_schema_describes_only_its_type_names() {
        Tuned tuned = new Tuned(config);
        tuned.introspection = false;
        install(tuned);
        Client client = new Client(endpoint);

        assertThat(client.ask("{ __schema { types { name } } }").code()).isEqualTo("FORBIDDEN");
        assertThat(client.ask("{ __type(name: \"Query\") { name } }").code()).isEqualTo("FORBIDDEN");
        assertThat(client.ask("{ __typename }").status()).isEqualTo(200);
    }

    private void install(EdgeConfig limits) {
        Operations tuned = new Operations(limits, engine, identities, exchanges);
        QuarkusMock.installMockForType(tuned, Operations.class);
    }

    @Test
    void a_socket_is_closed_a_little_before_its_token_expires_so_that_the_client_comes_back() {
        String token = Tokens.of("citizen");
        Instant now = expiry(token).minus(config.socket().tokenMargin()).minusMillis(500);
        install(Clock.fixed(now, ZoneOffset.UTC));
        try (Wires wires = Wires.ready(endpoint, token)) {
            assertThat(wires.closing()).isEqualTo(new Wires.Closing(4403, "Token expires"));
        }
    }

    @Test
    void a_token_that_is_as_good_as_expired_may_be_used_up() {
        String token = Tokens.of("citizen");
        install(Clock.fixed(expiry(token).minusMillis(1500), ZoneOffset.UTC));
        try (Wires wires = Wires.ready(endpoint, token)) {
            wires.subscribe("1", "{ viewer { kind } }").expect("next");

            assertThat(wires.closing().code()).isEqualTo(4403);
        }
    }

    private void install(Clock clock) {
        Sockets sockets = new Sockets(config, gate, operations, renderings, clock, vertx, Optional.empty());
        QuarkusMock.installMockForType(sockets, Sockets.class);
    }

    private static Instant expiry(String token) {
        try {
            byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
            return Instant.ofEpochSecond(
                    Client.JSON.readTree(claims).path("exp").asLong());
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static Connection owner() throws SQLException {
        Map<String, String> settings = EmbeddedServices.database().settings();
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.flyway.username"),
                settings.get("quarkus.flyway.password"));
    }
}
