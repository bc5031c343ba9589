package cn.onenetwork.platform;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/// The pool of connections for requests. What is lost without a word leaves it, and nobody waits for ever.
@Singleton
class DatabasePool implements PgPoolCreator {

    private final DatabaseConfig config;

    DatabasePool(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        PoolOptions options = new PoolOptions(input.poolOptions())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setConnectionTimeout(Math.toIntExact(config.acquisition().toMillis()));
        return new DatabaseDriver(config.silence()).createPool(input.vertx(), input.pgConnectOptionsList(), options);
    }
}
