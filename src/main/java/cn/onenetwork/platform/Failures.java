package cn.onenetwork.platform;

import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What the outside is told of a failure, and what the log is told.
///
/// The answer gets a code and an id. The log gets the id with the trace, but no message as it came: database
/// drivers quote the values that offended them, and those may be somebody's identity number.
final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final Pattern QUOTED = Pattern.compile("\\(.*?\\)=\\(.*?\\)|'[^']*'|\"[^\"]*\"|\\d{4,}[0-9Xx]*");
    private static final List<String> BROKEN =
            List.of("Connection reset", "Broken pipe", "Connection is not active now", "connection has been closed");
    private static final int DEEPEST = 8;

    private Failures() {}

    static Refusal.Code code(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> refusal.code();
            case Problem problem when problem.code() == UserErrorCode.NOT_FOUND -> Refusal.Code.NOT_FOUND;
            case Problem _ -> Refusal.Code.BAD_USER_INPUT;
            default -> away(failure, 0) ? Refusal.Code.UNAVAILABLE : Refusal.Code.INTERNAL;
        };
    }

    /// The id of this failure; an unforeseen one is logged under it.
    static String errorId(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal.errorId();
        }
        String errorId = UUID.randomUUID().toString();
        if (!(failure instanceof Problem)) {
            LOG.errorf(redacted(failure, 0), "%s, error id %s", code(failure), errorId);
        }
        return errorId;
    }

    private static boolean away(Throwable failure, int depth) {
        return failure instanceof ClosedChannelException
                || failure instanceof ClosedConnectionException
                || failure instanceof TimeoutException
                || failure instanceof SocketException
                || isBroken(failure.getMessage())
                || failure instanceof DatabaseException database && isGoing(database.getSqlState())
                || failure instanceof SQLException wrapped && isGoing(wrapped.getSQLState())
                || "Timeout".equals(failure.getMessage())
                || failure.getCause() != null && depth < DEEPEST && away(failure.getCause(), depth + 1);
    }

    /// The server breaks the connection (08), has no room (53), or is starting or stopping (57P).
    private static boolean isGoing(@Nullable String sqlState) {
        return sqlState != null && Stream.of("08", "53", "57P").anyMatch(sqlState::startsWith);
    }

    /// A connection that the other end or the network broke; transport and driver say so in words only.
    private static boolean isBroken(@Nullable String message) {
        return message != null && BROKEN.stream().anyMatch(message::contains);
    }

    private static Throwable redacted(Throwable failure, int depth) {
        String message = failure.getMessage() == null
                ? ""
                : ": " + QUOTED.matcher(failure.getMessage()).replaceAll("…");
        Throwable cause =
                failure.getCause() == null || depth == DEEPEST ? null : redacted(failure.getCause(), depth + 1);
        Throwable redacted = new Redacted(failure.getClass().getName() + message, cause);
        redacted.setStackTrace(failure.getStackTrace());
        return redacted;
    }

    /// A failure with its trace and without the values that were in its message.
    private static final class Redacted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Redacted(String message, @Nullable Throwable cause) {
            super(message, cause, false, true);
        }

        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}
