package cn.onenetwork.review;

import cn.onenetwork.cases.CaseCommand;
import cn.onenetwork.cases.CaseDesk;
import cn.onenetwork.cases.CaseView;
import cn.onenetwork.cases.OfficerAction;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Does what an officer decides, in one transaction.
@ApplicationScoped
public class Deciding {

    private final CaseDesk desk;

    Deciding(CaseDesk desk) {
        this.desk = desk;
    }

    @UnitOfWork
    public Uni<CaseView> act(Caller caller, CaseCommand command, OfficerAction action) {
        return desk.act(caller, command, action);
    }
}
