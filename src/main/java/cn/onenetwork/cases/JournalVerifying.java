package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Finds a row of the journal that somebody changed, took out or slipped in behind the service's back.
@ApplicationScoped
public class JournalVerifying {

    private final CaseJournal journal;

    JournalVerifying(CaseJournal journal) {
        this.journal = journal;
    }

    /// The verdict on the journal of a case; null where there is no such case.
    ///
    /// @throws cn.onenetwork.platform.Refusal FORBIDDEN where the caller is no auditor
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<@Nullable JournalVerdict> verify(Caller caller, String caseNo) {
        caller.require(Role.AUDITOR);
        return CaseNumber.parse(caseNo)
                .map(number -> journal.verdict(number, caller))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }
}
