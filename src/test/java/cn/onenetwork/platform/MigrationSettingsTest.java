package cn.onenetwork.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MigrationSettingsTest {

    @Inject
    Flyway flyway;

    @Test
    void the_service_migrates_with_a_lock_of_the_session_and_little_patience() {
        assertThat(flyway.getConfiguration()
                        .getPluginRegister()
                        .getExact(PostgreSQLConfigurationExtension.class)
                        .isTransactionalLock())
                .isFalse();
        assertThat(flyway.getConfiguration().getInitSql()).isEqualTo("set lock_timeout = '5s'");
    }
}
