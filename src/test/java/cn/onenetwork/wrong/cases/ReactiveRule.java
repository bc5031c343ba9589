package cn.onenetwork.wrong.cases;

import io.smallrye.mutiny.Uni;

/// A rule that cannot be asked without subscribing.
public final class ReactiveRule {

    public Uni<Boolean> holds() {
        return Uni.createFrom().item(true);
    }
}
