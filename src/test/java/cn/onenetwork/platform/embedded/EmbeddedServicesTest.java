package cn.onenetwork.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedServicesTest {

    @Inject
    Pool pool;

    @Test
    void the_service_talks_to_the_database_as_the_serving_role() {
        String user = pool.query("select current_user")
                .executeAndAwait()
                .iterator()
                .next()
                .getString(0);

        assertThat(user).isEqualTo(DatabaseRoles.APP);
    }
}
