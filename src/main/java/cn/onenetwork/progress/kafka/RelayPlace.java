package cn.onenetwork.progress.kafka;

import cn.onenetwork.cases.JournalPosition;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Who carries the journal, and how far it has been carried: one row, leased for a while. Its time is the database's,
/// so that the clocks of pods do not matter.
@ApplicationScoped
class RelayPlace {

    private static final String TAKE = """
            update journal_relay
            set holder = $1, held_until = clock_timestamp() + $2 * interval '1 millisecond'
            where name = 'kafka' and (holder = $1 or held_until < clock_timestamp())
            returning recorded_xid, event_id
            """;

    private static final String MOVE = """
            update journal_relay set recorded_xid = $2, event_id = $3 where name = 'kafka' and holder = $1
            """;

    private static final String LEAVE = """
            update journal_relay set held_until = '-infinity' where name = 'kafka' and holder = $1
            """;

    private final Pool pool;

    RelayPlace(Pool pool) {
        this.pool = pool;
    }

    /// Takes or keeps the place; says how far the journal has been carried, or nothing where another holds it.
    Uni<Optional<JournalPosition>> take(UUID holder, Duration lease) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(holder, (int) lease.toMillis()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(new JournalPosition(
                                rows.iterator().next().getLong(0),
                                rows.iterator().next().getLong(1),
                                null)));
    }

    /// Remembers how far it has been carried; false where another has taken over.
    Uni<Boolean> move(UUID holder, JournalPosition reached) {
        return pool.preparedQuery(MOVE)
                .execute(Tuple.of(holder, reached.xid(), reached.id()))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Void> leave(UUID holder) {
        return pool.preparedQuery(LEAVE).execute(Tuple.of(holder)).replaceWithVoid();
    }
}
