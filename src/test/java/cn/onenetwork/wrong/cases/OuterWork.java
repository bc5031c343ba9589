package cn.onenetwork.wrong.cases;

import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;

/// Half of its work commits although the other half fails.
public class OuterWork {

    private final InnerWork inner = new InnerWork();

    @UnitOfWork
    public Uni<Boolean> outer() {
        return Uni.createFrom().item(true).chain(_ -> step());
    }

    private Uni<Boolean> step() {
        return inner.inner();
    }
}
