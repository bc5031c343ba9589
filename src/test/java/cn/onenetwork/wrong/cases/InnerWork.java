package cn.onenetwork.wrong.cases;

import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;

/// A unit of work that another one calls.
public class InnerWork {

    @UnitOfWork
    public Uni<Boolean> inner() {
        return Uni.createFrom().item(true);
    }
}
