package cn.onenetwork.platform;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// Two migrations at once wait for each other with a lock of the session.
///
/// The usual lock is one of a transaction, which stays open all the while; `create index concurrently`, the way to add
/// an
/// index while pods serve, would wait for it for ever.
@Singleton
final class MigrationLock implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration configuration) {
        var _ = configuration.configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
    }
}
