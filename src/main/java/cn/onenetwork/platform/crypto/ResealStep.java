package cn.onenetwork.platform.crypto;

import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One small piece of a change of keys, in a transaction of its own.
@ApplicationScoped
class ResealStep {

    private final ResealRuns runs;
    private final SealedRows rows;
    private final Crypto crypto;

    ResealStep(ResealRuns runs, SealedRows rows, Crypto crypto) {
        this.runs = runs;
        this.rows = rows;
        this.crypto = crypto;
    }

    /// Goes on from a place. A pod that does not seal with the key of the run yet, or not any more, leaves it to the
    /// others.
    @UnitOfWork
    Uni<Place> next(Place from) {
        return runs.turn()
                .chain(ours -> ours ? runs.open() : Uni.createFrom().<ResealRun>nullItem())
                .chain(run -> run == null || !run.targetKey().equals(crypto.activeKey())
                        ? Uni.createFrom().item(from.end())
                        : next(from, run));
    }

    private Uni<Place> next(Place from, ResealRun run) {
        return from.column() == rows.columns()
                ? finish(from, run)
                : rows.reseal(from.column(), from.after())
                        .call(batch -> runs.count(run, batch))
                        .map(from::then);
    }

    /// What is left did not open, or somebody was working on it: then the next pass takes it.
    private Uni<Place> finish(Place from, ResealRun run) {
        return rows.countByKey()
                .map(counts -> counts.entrySet().stream()
                        .filter(count -> !count.getKey().equals(run.targetKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum())
                .call(left -> left <= from.failed()
                        ? runs.finish(run, left)
                        : Uni.createFrom().item(0))
                .replaceWith(from.end());
    }

    /// Where a pass is.
    ///
    /// @param column  which one; one more than there are for the end of the pass
    /// @param resealed in this pass
    /// @param failed  in this pass
    record Place(int column, @Nullable UUID after, int resealed, int failed, boolean over) {

        static final Place BEGIN = new Place(0, null, 0, 0, false);

        Place then(SealedRows.Batch batch) {
            int done = resealed + batch.resealed();
            int left = failed + batch.failed();
            return batch.last() == null
                    ? new Place(column + 1, null, done, left, false)
                    : new Place(column, batch.last(), done, left, false);
        }

        Place end() {
            return new Place(column, after, resealed, failed, true);
        }
    }
}
