package cn.onenetwork.review;

import cn.onenetwork.cases.CaseCommand;
import cn.onenetwork.cases.CaseDesk;
import cn.onenetwork.cases.CaseView;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// What officers do with a case, each in one transaction.
@ApplicationScoped
public class Deciding {

    private final CaseDesk desk;

    Deciding(CaseDesk desk) {
        this.desk = desk;
    }

    @UnitOfWork
    public Uni<CaseView> receive(Caller caller, CaseCommand command, @Nullable String note) {
        return desk.receive(caller, command, note);
    }

    @UnitOfWork
    public Uni<CaseView> accept(Caller caller, CaseCommand command, @Nullable String note) {
        return desk.accept(caller, command, note);
    }

    @UnitOfWork
    public Uni<CaseView> refuse(Caller caller, CaseCommand command, CaseDesk.Grounds grounds) {
        return desk.refuse(caller, command, grounds);
    }

    @UnitOfWork
    public Uni<CaseView> approve(Caller caller, CaseCommand command, @Nullable String note) {
        return desk.approve(caller, command, note);
    }

    @UnitOfWork
    public Uni<CaseView> reject(Caller caller, CaseCommand command, CaseDesk.Grounds grounds) {
        return desk.reject(caller, command, grounds);
    }

    @UnitOfWork
    public Uni<CaseView> deliver(Caller caller, CaseCommand command, @Nullable String note) {
        return desk.deliver(caller, command, note);
    }
}
