package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.platform.DatabaseDriver;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The pool of the service, alone, on a bad network and under too much load.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LostConnectionTest {

    private static final int CONNECTIONS = 4;
    /// Enough that the next in line is always near the end of its patience; each on a context of its own, as requests.
    private static final int CLIENTS = 150;
    private static final Duration SILENCE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMillis(60);
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private final DurableDatabase database = DurableDatabase.started();
    private final Vertx vertx = Vertx.vertx();
    private Line line;

    @BeforeEach
    void layTheLine() {
        line = Line.to(database::port);
    }

    @AfterEach
    void stop() throws Exception {
        answer(vertx.close());
        line.close();
    }

    private Pool pool(Duration silence, Duration patience) {
        PgConnectOptions options = PgConnectOptions.fromUri(database.settings()
                        .get("quarkus.datasource.reactive.url")
                        .replaceFirst("^vertx-reactive:", "")
                        .replace(":" + database.port() + "/", ":" + line.port() + "/"))
                .setUser(database.settings().get("quarkus.flyway.username"))
                .setPassword(database.settings().get("quarkus.flyway.password"));
        PoolOptions size = new PoolOptions()
                .setMaxSize(CONNECTIONS)
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setConnectionTimeout((int) patience.toMillis());
        return new DatabaseDriver(silence).createPool(vertx, List.of(options), size);
    }

    @CanIgnoreReturnValue
    private static <T> T answer(Future<T> asked) throws Exception {
        return asked.toCompletionStage().toCompletableFuture().get(AT_MOST.toSeconds(), TimeUnit.SECONDS);
    }

    /// As many connections as there may be, at once, and each of them answers.
    private static void isWhole(Pool pool) throws Exception {
        List<SqlConnection> all = new ArrayList<>();
        for (int number = 0; number < CONNECTIONS; number++) {
            all.add(answer(pool.getConnection()));
        }
        for (SqlConnection one : all) {
            assertThat(answer(one.query("select 1").execute()).size()).isOne();
            answer(one.close());
        }
    }

    @Test
    void what_falls_silent_while_it_is_used_fails_and_leaves_the_pool() throws Exception {
        Pool pool = pool(SILENCE, AT_MOST);
        SqlConnection used = answer(pool.getConnection());
        answer(used.begin());
        Future<?> asked = used.query("select pg_sleep(0.3)").execute();
        line.fallSilent();

        assertThatThrownBy(() -> answer(asked))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(SocketException.class);
        await().atMost(AT_MOST).until(() -> pool.size() == 0);

        line.mend();
        isWhole(pool);
    }

    @Test
    void a_new_connection_that_is_never_answered_leaves_the_pool() throws Exception {
        Pool pool = pool(SILENCE, AT_MOST);
        line.fallSilent();

        assertThatThrownBy(() -> answer(pool.getConnection())).hasCauseInstanceOf(SocketException.class);

        line.mend();
        isWhole(pool);
    }

    @Test
    void a_transaction_whose_rollback_is_not_answered_leaves_the_pool_as_well() throws Exception {
        Pool pool = pool(SILENCE, AT_MOST);
        SqlConnection used = answer(pool.getConnection());
        answer(used.begin());
        line.fallSilent();

        assertThatThrownBy(() -> answer(used.transaction().rollback())).hasCauseInstanceOf(SocketException.class);
        answer(used.close());

        line.mend();
        isWhole(pool);
    }

    @Test
    void what_is_used_again_and_again_is_never_silent() throws Exception {
        Pool pool = pool(SILENCE, AT_MOST);
        SqlConnection used = answer(pool.getConnection());
        for (int question = 0; question < 5; question++) {
            assertThat(answer(used.query("select pg_sleep(0.6)").execute()).size())
                    .isOne();
        }
    }

    @Test
    void who_has_stopped_waiting_takes_no_connection_along() throws Exception {
        Pool pool = pool(AT_MOST, PATIENCE);
        Map<String, LongAdder> ends = Map.of("served", new LongAdder(), "late", new LongAdder());
        AtomicBoolean more = new AtomicBoolean(true);
        answer(vertx.deployVerticle(
                () -> new AbstractVerticle() {
                    @Override
                    public void start() {
                        askOn(pool, ends, more);
                    }
                },
                new DeploymentOptions().setInstances(CLIENTS)));
        await().atMost(AT_MOST).until(() -> ends.values().stream().allMatch(count -> count.sum() > 2_000));
        more.set(false);

        await().atMost(AT_MOST).ignoreExceptions().untilAsserted(() -> isWhole(pool));
    }

    private void askOn(Pool pool, Map<String, LongAdder> ends, AtomicBoolean more) {
        Future<?> _ = pool.withTransaction(
                        connection -> connection.query("select pg_sleep(0.002)").execute())
                .onComplete(end -> {
                    ends.get(end.succeeded() ? "served" : "late").increment();
                    if (more.get()) {
                        vertx.runOnContext(_ -> askOn(pool, ends, more));
                    }
                });
    }
}
