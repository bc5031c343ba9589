package cn.onenetwork.progress;

import cn.onenetwork.cases.CaseEventView;
import cn.onenetwork.cases.CaseReading;
import cn.onenetwork.cases.CaseView;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The events of one case: those after a sequence, then those to come.
@ApplicationScoped
public class CaseFeed {

    private final CaseReading reading;
    private final WakeUps wakeUps;

    CaseFeed(CaseReading reading, WakeUps wakeUps) {
        this.reading = reading;
        this.wakeUps = wakeUps;
    }

    /// The feed of a case that the caller may see.
    ///
    /// @param afterSequence the last event the caller knows; null for only what is to come
    /// @throws Refusal NOT_FOUND, as the failure of the stream, where there is no such case for this caller
    public Multi<CaseEventView> of(
            Uni<@Nullable CaseView> serviceCase, @Nullable Integer afterSequence, Caller caller) {
        return serviceCase
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(Refusal.Code.NOT_FOUND, caller.locale()))
                .onItem()
                .transformToMulti(found -> follow(
                        found, new Position(afterSequence == null ? found.lastSequence() : afterSequence), caller));
    }

    private Multi<CaseEventView> follow(CaseView found, Position position, Caller caller) {
        return wakeUps.of(found.reference().id())
                .onItem()
                .transformToMultiAndConcatenate(id -> Multi.createBy()
                        .repeating()
                        .uni(() -> reading.eventsAfter(id, position.sequence, caller)
                                .invoke(position::moveTo))
                        .until(List::isEmpty)
                        .onItem()
                        .<CaseEventView>disjoint());
    }

    /// How far one subscriber has got. Its reads follow one another, so it needs no lock, but they may be on
    /// different threads.
    private static final class Position {

        private volatile int sequence;

        Position(int sequence) {
            this.sequence = sequence;
        }

        void moveTo(List<CaseEventView> read) {
            if (!read.isEmpty()) {
                sequence = read.getLast().sequence();
            }
        }
    }
}
