package cn.onenetwork.platform;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.CloseFuture;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.impl.NetClientImpl;
import io.vertx.pgclient.impl.PgConnectionFactory;
import io.vertx.pgclient.impl.PgPoolImpl;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.impl.SingletonSupplier;
import io.vertx.sqlclient.spi.ConnectionFactory;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The driver for PostgreSQL, with connections that end when they are silent for too long: while they are made, while
/// they are used, and while they wait in a pool.
///
/// A network can lose a connection and tell neither end: a firewall that forgets it, a machine that is gone. The
/// driver's own idle timeouts do not help, because its way to close a connection is to say good-bye and to wait until
/// the server hangs up; and it waits without a limit for the first answer on a new one. Such a connection keeps its
/// place in the pool for ever.
public final class DatabaseDriver extends PgDriver {

    private final Duration silence;

    /// @param silence how long neither anything may come nor anything be sent
    public DatabaseDriver(Duration silence) {
        this.silence = silence;
    }

    @Override
    public Pool newPool(
            Vertx vertx,
            Supplier<? extends Future<? extends SqlConnectOptions>> database,
            PoolOptions options,
            CloseFuture closing) {
        ConnectionFactory connections = createConnectionFactory(vertx, database);
        LeasingPool pool = new LeasingPool((VertxInternal) vertx, this, options, closing);
        pool.connectionProvider(connections::connect);
        pool.init();
        closing.add(connections);
        return new PgPoolImpl((VertxInternal) vertx, closing, pool);
    }

    @Override
    public ConnectionFactory createConnectionFactory(Vertx vertx, SqlConnectOptions database) {
        return createConnectionFactory(vertx, SingletonSupplier.wrap(database));
    }

    @Override
    public ConnectionFactory createConnectionFactory(
            Vertx vertx, Supplier<? extends Future<? extends SqlConnectOptions>> database) {
        return new Connections((VertxInternal) vertx, database, silence);
    }

    /// As the driver's, over other sockets.
    private static final class Connections extends PgConnectionFactory {

        private final Duration silence;
        private final Map<JsonObject, NetClient> clients = new ConcurrentHashMap<>();

        Connections(
                VertxInternal vertx,
                Supplier<? extends Future<? extends SqlConnectOptions>> database,
                Duration silence) {
            super(vertx, database);
            this.silence = silence;
        }

        @Override
        protected NetClient netClient(NetClientOptions options) {
            NetClientOptions plain = new NetClientOptions(options).setReconnectAttempts(0);
            if (plain.getHostnameVerificationAlgorithm() == null) {
                plain.setHostnameVerificationAlgorithm("");
            }
            plain.setConnectTimeout(Math.toIntExact(Math.min(plain.getConnectTimeout(), silence.toMillis())));
            return clients.computeIfAbsent(plain.toJson(), _ -> client(plain));
        }

        private NetClient client(NetClientOptions options) {
            Sockets sockets = new Sockets(vertx, options, clientCloseFuture, silence);
            clientCloseFuture.add(sockets);
            return sockets;
        }
    }

    private static final class Sockets extends NetClientImpl {

        private final Duration silence;

        Sockets(VertxInternal vertx, NetClientOptions options, CloseFuture closing, Duration silence) {
            super(vertx, null, options, closing);
            this.silence = silence;
        }

        @Override
        protected void initChannel(ChannelPipeline pipeline) {
            super.initChannel(pipeline);
            pipeline.addFirst("silence", new Silence(silence));
        }
    }

    /// Stands before the driver's handlers, so that its closing goes to the socket and not to their good-bye.
    private static final class Silence extends IdleStateHandler {

        private final Duration most;

        Silence(Duration most) {
            super(0, 0, most.toMillis(), TimeUnit.MILLISECONDS);
            this.most = most;
        }

        @Override
        protected void channelIdle(ChannelHandlerContext socket, IdleStateEvent event) {
            socket.fireExceptionCaught(new SocketException("The database was silent for " + most));
            var _ = socket.close();
        }
    }
}
