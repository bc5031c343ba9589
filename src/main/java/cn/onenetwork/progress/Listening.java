package cn.onenetwork.progress;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The bus that every installation has: hears the database say that something was committed, on one connection of
/// its own.
///
/// While that connection is away nothing is heard; so when it is back, everyone is woken. A connection that died
/// without a word is found by asking it something now and then.
@ApplicationScoped
class Listening {

    private static final Logger LOG = Logger.getLogger(Listening.class);
    private static final String CHANNEL = "case_event";
    private static final long FIRST_RETRY_MILLIS = 100;
    private static final long LONGEST_RETRY_MILLIS = 5_000;
    private static final long PULSE_MILLIS = 10_000;
    private static final long PATIENCE_MILLIS = 5_000;

    private final ProgressConfig config;
    private final Wakening feeds;
    private final Vertx vertx;
    private final PgSubscriber subscriber;

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
        this.subscriber = PgSubscriber.subscriber(vertx, options)
                .reconnectPolicy(tries -> Math.min(LONGEST_RETRY_MILLIS, FIRST_RETRY_MILLIS << Math.min(tries, 6)));
    }

    /// As the connections of the pool: a database that shows a certificate must show one of these authorities.
    private static void trust(PgConnectOptions options, List<String> authorities) {
        PemTrustOptions files = new PemTrustOptions();
        authorities.forEach(files::addCertPath);
        var _ = options.setPemTrustOptions(files).setHostnameVerificationAlgorithm("HTTPS");
    }

    void start(@Observes StartupEvent event) {
        if (config.bus() == ProgressConfig.Bus.POSTGRES) {
            subscriber
                    .channel(CHANNEL)
                    .subscribeHandler(_ -> heard())
                    .handler(caseId -> feeds.wake(UUID.fromString(caseId)));
            subscriber.connect().onFailure(away -> LOG.warn("The listener's connection is away, retrying", away));
            long _ = vertx.setPeriodic(PULSE_MILLIS, _ -> feelThePulse());
        }
    }

    private void heard() {
        FeedMetrics.listenerConnected();
        feeds.wakeAll();
    }

    /// Whether the database can wake this pod now.
    boolean isConnected() {
        return subscriber.actualConnection() != null;
    }

    private void feelThePulse() {
        PgConnection connection = subscriber.actualConnection();
        if (connection != null) {
            connection
                    .query("select 1")
                    .execute()
                    .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .onFailure(_ -> connection.close());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        subscriber.close();
    }
}
