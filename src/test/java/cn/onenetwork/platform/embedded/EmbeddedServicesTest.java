package cn.onenetwork.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.onenetwork.testing.Tokens;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedServicesTest {

    @Inject
    Pool pool;

    @Inject
    TenantIdentityProvider identities;

    @Test
    void the_service_talks_to_the_database_as_the_serving_role() {
        assertThat(ask("select current_user::text")).isEqualTo(DatabaseRoles.APP);
    }

    @Test
    void the_database_keeps_universal_time() {
        assertThat(ask("show timezone")).isEqualTo("UTC");
    }

    @Test
    void the_service_takes_name_and_roles_from_a_token_of_the_issuer() {
        SecurityIdentity officer = identityOf("officer-cbz");

        assertThat(officer.getPrincipal().getName()).isEqualTo("p-officer-cbz");
        assertThat(officer.getRoles()).containsExactly("OFFICER");
    }

    @Test
    void the_service_refuses_a_token_that_was_not_issued_for_it() {
        assertThatExceptionOfType(AuthenticationFailedException.class).isThrownBy(() -> identityOf("nobody"));
    }

    @Test
    void what_the_operator_configures_is_not_embedded() {
        Config explicit = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "quarkus.datasource.jdbc.url", "jdbc:postgresql://database.example/one_network",
                                "quarkus.oidc.auth-server-url", "https://identity.example",
                                "one-network.documents.storage.s3.bucket", "documents",
                                "one-network.privacy.access-log.spool", "/var/lib/one-network/access-log"),
                        "operator",
                        100))
                .build();

        assertThat(new EmbeddedServices().apply(explicit)).isEmpty();
    }

    private String ask(String question) {
        return pool.query(question).executeAndAwait().iterator().next().getString(0);
    }

    private SecurityIdentity identityOf(String username) {
        return identities
                .authenticate(new AccessTokenCredential(Tokens.of(username)))
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
