package cn.onenetwork.edge;

import cn.onenetwork.platform.ApiError;
import cn.onenetwork.platform.Refusal;
import cn.onenetwork.platform.Refusal.Code;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One WebSocket that speaks `graphql-transport-ws`, from its opening to its end.
///
/// All of it happens on one event loop, so it needs no lock. There each operation has a Vert.x context of its
/// own, so that it never sees the request scope of another.
final class Socket {

    private final Sockets house;
    private final RoutingContext upgrade;
    private final Context loop;
    private final Locale locale;
    private final Wire wire;
    private final Map<String, Delivery> running = new HashMap<>();
    private final List<Long> timers = new ArrayList<>();
    private boolean initialised;
    private boolean leaving;
    private @Nullable SecurityIdentity identity;
    private @Nullable String person;

    Socket(Sockets house, RoutingContext upgrade, ServerWebSocket socket, Context loop) {
        this.house = house;
        this.upgrade = upgrade;
        this.loop = loop;
        this.locale = HttpEndpoint.locale(upgrade);
        this.wire = new Wire(socket, loop, house.limits(), this::receive, this::closed);
        after(house.limits().initTimeout(), () -> {
            if (!initialised) {
                wire.close(Close.INIT_TIMEOUT);
            }
        });
    }

    private void after(Duration delay, Runnable work) {
        timers.add(loop.owner().setTimer(Math.max(1, delay.toMillis()), _ -> work.run()));
    }

    private void receive(String text) {
        try {
            receive(Message.read(text, locale));
        } catch (Refusal _) {
            wire.close(Close.MALFORMED);
        }
    }

    private void receive(Message message) {
        switch (message) {
            case Message.Init init -> initialise(init.payload());
            case Message.Ping ping -> wire.write(Message.pong(ping.payload()));
            case Message.Pong _ -> {}
            case Message.Subscribe subscribe -> subscribe(subscribe.id(), subscribe.request());
            case Message.Complete complete -> {
                Delivery unwanted = running.remove(complete.id());
                if (unwanted != null) {
                    unwanted.cancel();
                    leaveIfDone();
                }
            }
        }
    }

    private void initialise(JsonObject payload) {
        if (initialised) {
            wire.close(Close.INIT_TWICE);
            return;
        }
        initialised = true;
        SocketLogin.identity(upgrade, payload)
                .subscribe()
                .with(
                        found -> loop.runOnContext(_ -> acknowledge(found)),
                        _ -> loop.runOnContext(_ -> wire.close(Close.FORBIDDEN)));
    }

    private void acknowledge(SecurityIdentity found) {
        if (wire.isClosed()) {
            return;
        }
        Asker asker = Asker.of(found, upgrade);
        String name = (asker.isPerson() ? "person " : "nobody at ") + asker.name();
        if (!house.admits(name)) {
            wire.close(Close.TOO_MANY_SOCKETS);
            return;
        }
        identity = found;
        person = name;
        SocketLogin.timeLeft(found, house.clock(), house.limits().tokenMargin())
                .ifPresent(left -> after(left, () -> wire.close(Close.TOKEN_EXPIRES)));
        wire.write(Message.ack());
    }

    private void subscribe(String id, GraphQLRequest request) {
        int most = house.limits().maxOperations();
        if (identity == null) {
            wire.close(Close.UNAUTHORIZED);
        } else if (running.containsKey(id)) {
            wire.close(Close.duplicate(id));
        } else if (leaving) {
            refuse(id, Refusal.of(Code.UNAVAILABLE, locale));
        } else if (running.size() >= most) {
            refuse(id, Refusal.of(Code.RATE_LIMITED, "operations", locale, most));
        } else {
            start(id, request, identity);
        }
    }

    private void refuse(String id, Refusal refusal) {
        EdgeMetrics.refused(refusal);
        wire.write(Message.error(id, List.of(ApiError.of(refusal, locale))));
    }

    private void start(String id, GraphQLRequest request, SecurityIdentity caller) {
        Context own = VertxContext.createNewDuplicatedContext(loop);
        VertxContextSafetyToggle.setContextSafe(own, true);
        Delivery delivery = new Delivery(new Messages(id), own, locale);
        running.put(id, delivery);
        own.runOnContext(_ -> {
            if (!delivery.isEnded()) {
                try {
                    house.start(request, upgrade, caller, delivery, locale);
                } catch (RuntimeException refused) {
                    delivery.failed(refused);
                }
            }
        });
    }

    private void closed() {
        timers.forEach(loop.owner()::cancelTimer);
        running.values().forEach(Delivery::cancel);
        running.clear();
        UpgradeRequest.end(upgrade.request());
        house.left(this, Optional.ofNullable(person));
    }

    /// The service stops: streams end here and now, what was begun is answered, then the socket is closed.
    void leave() {
        loop.runOnContext(_ -> {
            leaving = true;
            leaveIfDone();
        });
    }

    private void leaveIfDone() {
        if (leaving && running.values().stream().noneMatch(Delivery::isWorthWaitingFor)) {
            wire.close(Close.RESTART);
        }
    }

    /// The messages of one operation.
    private final class Messages implements Delivery.Outlet {

        private final String id;

        Messages(String id) {
            this.id = id;
        }

        @Override
        public void next(String result) {
            wire.write(Message.next(id, result));
        }

        @Override
        public void error(List<ApiError> errors) {
            running.remove(id);
            wire.write(Message.error(id, errors));
            leaveIfDone();
        }

        @Override
        public void complete() {
            running.remove(id);
            wire.write(Message.complete(id));
            leaveIfDone();
        }

        @Override
        public void whenWritable(Runnable work) {
            wire.whenWritable(work);
        }
    }
}
