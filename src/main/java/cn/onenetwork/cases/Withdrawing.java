package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Takes an application back, before it is decided.
@ApplicationScoped
public class Withdrawing {

    private final CaseDesk desk;

    Withdrawing(CaseDesk desk) {
        this.desk = desk;
    }

    @UnitOfWork
    public Uni<CaseView> withdraw(Caller caller, CaseCommand command, @Nullable String reason) {
        return desk.act(
                caller, command, CaseAction.WITHDRAW, (found, actor, moment) -> found.withdraw(actor, reason, moment));
    }
}
