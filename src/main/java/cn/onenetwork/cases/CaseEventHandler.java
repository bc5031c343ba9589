package cn.onenetwork.cases;

import io.smallrye.mutiny.Uni;

/// How a room that follows `cases` is told: inside the transaction that wrote the event, one handler after the
/// other.
///
/// A handler that fails takes the whole change back. The core never names its followers; they implement this.
public interface CaseEventHandler {

    Uni<Void> on(CaseEvent event);
}
