package cn.onenetwork.progress;

import cn.onenetwork.cases.AccessLog;
import cn.onenetwork.cases.CaseEventView;
import cn.onenetwork.cases.CasePlace;
import cn.onenetwork.cases.CaseReach;
import cn.onenetwork.cases.JournalPosition;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// The feeds of this pod: of one case, and of all cases that somebody may see.
@ApplicationScoped
public class CaseFeed implements Wakening {

    private static final String ALL = "all";

    private final Tails<UUID, Integer> cases;
    private final Tails<String, JournalPosition> everything;
    private final Tracks tracks;
    private final AccessLog log;

    CaseFeed(Tracks tracks, AccessLog log, ProgressConfig config, Vertx vertx, Clock clock) {
        this.tracks = tracks;
        this.log = log;
        Pace pace = new Pace(
                config.buffer(),
                config.freshness(),
                System::nanoTime,
                (delay, work) -> vertx.setTimer(Math.max(1, delay.toMillis()), _ -> work.run()),
                clock);
        this.cases = new Tails<>(pace);
        this.everything = new Tails<>(pace);
    }

    /// The feed of a case that the caller may see, named by its id or its number. Call it on the Vert.x context on
    /// which
    /// the subscriber shall be told.
    ///
    /// @param afterSequence the last event the caller knows; null for only what is to come
    /// @throws Refusal NOT_FOUND, as the failure of the stream, where there is no such case for this caller
    public Flow.Publisher<CaseEventView> of(
            @Nullable String id, @Nullable String caseNo, @Nullable Integer afterSequence, Caller caller) {
        Executor turns = here();
        return new Sought<>(() -> tracks.place(id, caseNo, CaseReach.of(caller))
                .thenApply(found -> of(found, afterSequence, caller, turns)));
    }

    private Flow.Publisher<CaseEventView> of(
            @Nullable CasePlace found, @Nullable Integer after, Caller caller, Executor turns) {
        if (found == null) {
            throw Refusal.of(Refusal.Code.NOT_FOUND, caller.locale());
        }
        int start = after == null ? found.lastSequence() : after;
        return cases.feed(
                found.id(),
                tracks.of(found.id()),
                found.lastSequence(),
                new Listener<>(start, CaseReach.of(caller), turns, new FollowedCases(log, caller)));
    }

    /// The feed of all cases that the caller may see. Call it on the Vert.x context on which the subscriber shall be
    /// told.
    ///
    /// @param after the position of the last event the caller knows; null for only what is to come
    public Flow.Publisher<CaseEventView> ofAll(@Nullable JournalPosition after, Caller caller) {
        return everything.feed(
                ALL,
                tracks.ofAll(),
                null,
                new Listener<>(after, CaseReach.of(caller), here(), new FollowedCases(log, caller)));
    }

    private static Executor here() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(_ -> work.run());
    }

    @Override
    public void wake(UUID caseId) {
        cases.wake(caseId);
        everything.wakeAll();
    }

    @Override
    public void wakeAll() {
        cases.wakeAll();
        everything.wakeAll();
    }

    void stop(@Observes ShutdownEvent event) {
        cases.finish();
        everything.finish();
    }
}
