package cn.onenetwork.progress;

import cn.onenetwork.platform.DatabaseDriver;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.spi.ConnectionFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The bus that every installation has: hears the database say that something was committed, on one connection of
/// its own.
///
/// While that connection is away nothing is heard; so when it is back, everyone is woken. It is asked something now
/// and then, so that it is never silent for long unless it is dead.
@ApplicationScoped
class Listening {

    private static final Logger LOG = Logger.getLogger(Listening.class);
    private static final String LISTEN = "listen case_event";
    private static final long FIRST_RETRY_MILLIS = 100;
    private static final long LONGEST_RETRY_MILLIS = 5_000;
    private static final long PULSE_MILLIS = 10_000;
    /// Longer than between two pulses.
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final ProgressConfig config;
    private final Wakening feeds;
    private final Vertx vertx;
    private final ConnectionFactory database;
    private volatile @Nullable PgConnection connection;
    private volatile boolean stopped;
    private Future<?> pulse = Future.succeededFuture();

    Listening(
            ProgressConfig config,
            Wakening feeds,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String username,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            @ConfigProperty(name = "quarkus.datasource.reactive.trust-certificate-pem.certs")
                    Optional<List<String>> authorities) {
        this.config = config;
        this.feeds = feeds;
        this.vertx = vertx;
        PgConnectOptions options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                .setUser(username)
                .setPassword(password)
                .addProperty("application_name", "one-network-listener");
        authorities.ifPresent(files -> trust(options, files));
        this.database = new DatabaseDriver(SILENCE).createConnectionFactory(vertx, options);
    }

    /// As the connections of the pool: a database that shows a certificate must show one of these authorities.
    private static void trust(PgConnectOptions options, List<String> authorities) {
        PemTrustOptions files = new PemTrustOptions();
        authorities.forEach(files::addCertPath);
        var _ = options.setPemTrustOptions(files).setHostnameVerificationAlgorithm("HTTPS");
    }

    void start(@Observes StartupEvent event) {
        if (config.bus() == ProgressConfig.Bus.POSTGRES) {
            Context context = vertx.getOrCreateContext();
            connect(context, 0);
            context.runOnContext(_ -> vertx.setPeriodic(PULSE_MILLIS, _ -> feelThePulse()));
        }
    }

    private void connect(Context context, int tries) {
        Future<PgConnection> _ = database.connect(context)
                .map(PgConnection::cast)
                .onSuccess(opened -> listen(context, opened, tries))
                .onFailure(away -> {
                    if (tries == 0) {
                        LOG.warn("The listener's connection is away, retrying", away);
                    }
                    later(context, tries + 1);
                });
    }

    private void listen(Context context, PgConnection opened, int tries) {
        var _ = opened.notificationHandler(said -> feeds.wake(UUID.fromString(said.getPayload())))
                .exceptionHandler(broken -> LOG.debug("The listener's connection broke", broken))
                .closeHandler(_ -> {
                    boolean worked = connection != null;
                    connection = null;
                    later(context, worked ? 0 : tries + 1);
                });
        Future<?> _ =
                opened.query(LISTEN).execute().onSuccess(_ -> heard(opened)).onFailure(_ -> opened.close());
    }

    private void heard(PgConnection opened) {
        connection = opened;
        FeedMetrics.listenerConnected();
        feeds.wakeAll();
    }

    private void later(Context context, int tries) {
        if (!stopped) {
            long millis = Math.min(LONGEST_RETRY_MILLIS, FIRST_RETRY_MILLIS << Math.min(tries, 6));
            long _ = vertx.setTimer(millis, _ -> connect(context, tries));
        }
    }

    /// Whether the database can wake this pod now.
    boolean isConnected() {
        return connection != null;
    }

    /// One question at a time: a question that is not answered must not count as a sign of life.
    private void feelThePulse() {
        PgConnection listener = connection;
        if (listener != null && pulse.isComplete()) {
            pulse = listener.query("select 1").execute();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        PgConnection last = connection;
        if (last != null) {
            Future<Void> _ = last.close();
        }
    }
}
