package cn.onenetwork.wrong.review.api;

import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;

/// A resolver that opens a transaction itself.
public class WorkingResolver {

    @UnitOfWork
    public Uni<Boolean> caseAccept() {
        return Uni.createFrom().item(true);
    }
}
