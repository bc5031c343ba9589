package cn.onenetwork.platform;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.impl.CloseFuture;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.future.PromiseInternal;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.PoolImpl;
import io.vertx.sqlclient.impl.SqlConnectionBase;
import io.vertx.sqlclient.impl.command.CommandBase;
import io.vertx.sqlclient.spi.Driver;
import java.util.concurrent.TimeoutException;

/// A pool that loses no connection to somebody who has stopped waiting for one.
///
/// The driver's own pool does: when the patience of the next in line ends in the moment in which a connection is handed
/// over, the connection goes to nobody. Where many wait the next in line is always near the end of its patience, so
/// a pool under load is empty within seconds, for good. Here the driver's pool knows of no patience, and what it hands
/// over too late goes back.
final class LeasingPool extends PoolImpl {

    private final VertxInternal vertx;
    private final long patience;

    /// @param options with the patience as their connection timeout; 0 waits for ever
    LeasingPool(VertxInternal vertx, Driver driver, PoolOptions options, CloseFuture closing) {
        super(vertx, driver, false, new PoolOptions(options).setConnectionTimeout(0), null, null, closing);
        this.vertx = vertx;
        this.patience = options.getConnectionTimeoutUnit().toMillis(options.getConnectionTimeout());
    }

    @Override
    public Future<SqlConnection> getConnection() {
        if (patience == 0) {
            return super.getConnection();
        }
        ContextInternal context = vertx.getOrCreateContext();
        PromiseInternal<SqlConnection> lease = context.promise();
        long end = context.setTimer(
                patience, _ -> lease.tryFail(new TimeoutException("No connection was free for " + patience + " ms")));
        Future<SqlConnection> _ = super.getConnection()
                .onSuccess(connection -> {
                    if (!lease.tryComplete(connection)) {
                        Future<Void> _ = connection.close();
                    }
                })
                .onFailure(lease::tryFail)
                .onComplete(_ -> vertx.cancelTimer(end));
        return lease.future();
    }

    @Override
    public void getConnection(Handler<AsyncResult<SqlConnection>> handler) {
        Future<SqlConnection> _ = getConnection().onComplete(handler);
    }

    @Override
    public <R> Future<R> schedule(ContextInternal context, CommandBase<R> command) {
        return getConnection()
                .compose(connection -> ((SqlConnectionBase<?>) connection)
                        .schedule(context, command)
                        .onComplete(_ -> connection.close()));
    }
}
