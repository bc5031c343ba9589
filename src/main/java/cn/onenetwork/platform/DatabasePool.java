package cn.onenetwork.platform;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Makes the pool give up connections from which nothing comes any more.
///
/// A network can lose a connection without telling either end: a firewall that forgets it, a machine that is gone. What
/// was asked on it is then waited for until TCP gives up, or for ever, long after its client was told to come later;
/// and
/// when the last connection of the pool is lost like that, the service is.
@Singleton
class DatabasePool implements PgPoolCreator {

    private final DatabaseConfig config;

    DatabasePool(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList()
                .forEach(options -> options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setReadIdleTimeout(Math.toIntExact(config.silence().toMillis())));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
