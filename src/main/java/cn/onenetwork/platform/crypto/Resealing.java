package cn.onenetwork.platform.crypto;

import cn.onenetwork.platform.IdempotencyKeys;
import cn.onenetwork.platform.Ids;
import cn.onenetwork.platform.UnitOfWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Changes keys while the service runs: seals everything anew that another key sealed.
///
/// A run is a row; every pod looks for it, one works at a time, and what it has done is committed in small pieces.
/// So a run goes on where it was after a crash, on whatever pod.
@ApplicationScoped
public class Resealing {

    private final ResealStep step;
    private final ResealRuns runs;
    private final SealedRows rows;
    private final Crypto crypto;
    private final IdempotencyKeys keys;
    private final Clock clock;

    Resealing(ResealStep step, ResealRuns runs, SealedRows rows, Crypto crypto, IdempotencyKeys keys, Clock clock) {
        this.step = step;
        this.runs = runs;
        this.rows = rows;
        this.crypto = crypto;
        this.keys = keys;
        this.clock = clock;
    }

    /// Begins a run towards the active key of this pod; where one is open, it stays the only one.
    @UnitOfWork
    public Uni<Seals> begin(IdempotencyKeys.Key key) {
        return keys.<ResealRun>once(
                        key,
                        () -> runs.open(Ids.next(clock.instant()), crypto.activeKey(), key.caller())
                                .map(Objects::requireNonNull),
                        ResealRun::id,
                        _ -> runs.latest().map(Objects::requireNonNull))
                .chain(this::seals);
    }

    /// How much each key is used, and how far the last run is.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<Seals> look() {
        return runs.latest().chain(this::seals);
    }

    private Uni<Seals> seals(@Nullable ResealRun latest) {
        return rows.countByKey()
                .map(counts -> new Seals(uses(counts), counts.getOrDefault(SealedRows.PLAIN, 0L), latest));
    }

    private List<KeyUse> uses(Map<String, Long> counts) {
        Set<String> ids = new TreeSet<>(counts.keySet());
        ids.addAll(crypto.keys());
        ids.remove(SealedRows.PLAIN);
        List<KeyUse> uses = new ArrayList<>();
        for (String id : ids) {
            uses.add(new KeyUse(
                    id, id.equals(crypto.activeKey()), crypto.keys().contains(id), counts.getOrDefault(id, 0L)));
        }
        return uses;
    }

    @Scheduled(
            every = "${one-network.crypto.reseal-every:10s}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> onSchedule() {
        return work().replaceWithVoid();
    }

    /// Goes on with the open run, if there is one, until nothing is left or another pod is at it; returns how many
    /// values were sealed anew.
    public Uni<Integer> work() {
        return Multi.createBy()
                .repeating()
                .uni(Pass::new, pass -> step.next(pass.place).invoke(pass::moveTo))
                .whilst(place -> !place.over())
                .collect()
                .last()
                .map(last -> last == null ? 0 : last.resealed());
    }

    /// Where a pass over all rows is.
    private static final class Pass {

        private ResealStep.Place place = ResealStep.Place.BEGIN;

        void moveTo(ResealStep.Place next) {
            place = next;
        }
    }
}
