package cn.onenetwork.wrong.cases;

import io.smallrye.mutiny.Uni;

/// Blocks the event loop.
public final class Impatient {

    public boolean holds() {
        return Uni.createFrom().item(true).await().indefinitely();
    }
}
