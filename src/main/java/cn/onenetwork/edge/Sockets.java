package cn.onenetwork.edge;

import cn.onenetwork.edge.Gate.Admitted;
import cn.onenetwork.platform.Refusal;
import cn.onenetwork.platform.Refusal.Code;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// All WebSockets of this pod: lets them in, counts them, sends them away when the service stops.
@ApplicationScoped
class Sockets {

    private static final String SUBPROTOCOL = "graphql-transport-ws";

    private final EdgeConfig config;
    private final Gate gate;
    private final Operations operations;
    private final Renderings renderings;
    private final Clock clock;
    private final Vertx vertx;
    private final Duration delay;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> perPerson = new ConcurrentHashMap<>();
    private volatile boolean leaving;

    Sockets(
            EdgeConfig config,
            Gate gate,
            Operations operations,
            Renderings renderings,
            Clock clock,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.config = config;
        this.gate = gate;
        this.operations = operations;
        this.renderings = renderings;
        this.clock = clock;
        this.vertx = vertx;
        this.delay = delay.orElse(Duration.ZERO);
    }

    /// Takes a request to upgrade; lets any other pass.
    void upgrade(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        boolean wanted = request.method().equals(HttpMethod.GET)
                && request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true);
        if (!wanted) {
            exchange.next();
            return;
        }
        refuseForeignSession(exchange);
        Context loop = Vertx.currentContext();
        request.toWebSocket()
                .onSuccess(socket -> welcome(exchange, socket, loop))
                .onFailure(_ -> exchange.fail(400));
    }

    /// A page of another web site may open a socket, and the browser sends our cookie along. Nothing would keep
    /// it from reading the answers; so a cookie counts only from our own pages. Tokens in `connection_init`
    /// count from anywhere.
    private static void refuseForeignSession(RoutingContext exchange) {
        String origin = exchange.request().getHeader(HttpHeaders.ORIGIN);
        boolean session = !SocketLogin.ofUpgrade(exchange).isAnonymous();
        if (session && origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(host(exchange))) {
            throw new HttpRefusal(403, Refusal.of(Code.FORBIDDEN, "origin", HttpEndpoint.locale(exchange)));
        }
    }

    private static String host(RoutingContext exchange) {
        return String.valueOf(exchange.request().authority());
    }

    private void welcome(RoutingContext exchange, ServerWebSocket socket, Context loop) {
        if (SUBPROTOCOL.equals(socket.subProtocol())) {
            Socket welcome = new Socket(this, exchange, socket, loop);
            open.add(welcome);
            EdgeMetrics.opened();
            if (leaving) {
                welcome.leave();
            }
        } else {
            UpgradeRequest.end(exchange.request());
            socket.close((short) Close.SUBPROTOCOL.code(), Close.SUBPROTOCOL.reason())
                    .onFailure(_ -> {});
        }
    }

    EdgeConfig.SocketLimits limits() {
        return config.socket();
    }

    Clock clock() {
        return clock;
    }

    /// Whether this person may have one more socket here; counts it, if so.
    boolean admits(String person) {
        boolean admitted = perPerson.merge(person, 1, Integer::sum) <= limits().maxPerPerson();
        if (!admitted) {
            forget(person);
        }
        return admitted;
    }

    private void forget(String person) {
        Integer _ = perPerson.computeIfPresent(person, (_, count) -> count == 1 ? null : count - 1);
    }

    void left(Socket socket, Optional<String> person) {
        person.ifPresent(this::forget);
        if (open.remove(socket)) {
            EdgeMetrics.closed();
        }
    }

    /// Sends the sockets away when the time for clients to be led elsewhere is over. Quarkus waits for them as
    /// it waits for HTTP requests, up to `quarkus.shutdown.timeout`; a later event would come too late.
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        long _ = vertx.setTimer(Math.max(1, delay.toMillis()), _ -> {
            leaving = true;
            open.forEach(Socket::leave);
        });
    }

    /// Starts an operation of a socket, and delivers what comes of it.
    void start(
            GraphQLRequest request, RoutingContext upgrade, SecurityIdentity caller, Delivery delivery, Locale locale) {
        Admitted admitted = gate.admit(request, Asker.of(caller, upgrade), locale);
        Bill bill = gate.pay(admitted, locale);
        Operation operation = operations.start(admitted, upgrade, caller, locale);
        if (operation.isSubscription()) {
            delivery.ofStream(operation, renderings.of(admitted.chosen(), admitted.request(), locale));
        } else {
            delivery.of(operation, bill);
        }
    }
}
