package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/// Finds a row of the journal that somebody changed, took out or slipped in behind the service's back.
@ApplicationScoped
public class JournalVerifying {

    private final Cases cases;
    private final CaseJournal journal;

    JournalVerifying(Cases cases, CaseJournal journal) {
        this.cases = cases;
        this.journal = journal;
    }

    /// The verdict on the journal of a case; null where there is none.
    ///
    /// @throws cn.onenetwork.platform.Refusal FORBIDDEN where the caller is no auditor
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<@Nullable JournalVerdict> verify(Caller caller, String caseNo) {
        caller.require(Role.AUDITOR);
        return CaseNumber.parse(caseNo)
                .map(number -> cases.visible(number, caller))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .onItem()
                .ifNotNull()
                .transformToUni(found -> journal.of(found.id()).map(entries -> verdict(found, entries)));
    }

    private static JournalVerdict verdict(ServiceCase found, List<JournalEntry> entries) {
        byte[] previous = null;
        int expected = 1;
        for (JournalEntry entry : entries) {
            boolean whole = entry.sequence == expected
                    && Arrays.equals(entry.prevHash, previous)
                    && Arrays.equals(entry.hash, entry.event().hash());
            if (!whole) {
                return new JournalVerdict(false, entries.size(), expected);
            }
            previous = entry.hash;
            expected++;
        }
        boolean complete = expected - 1 == found.lastSequence && Arrays.equals(previous, found.headHash);
        return new JournalVerdict(complete, entries.size(), complete ? null : Integer.valueOf(expected));
    }

    /// Whether the journal of a case is as it was written.
    @Name("JournalVerdict")
    @Description("Whether the journal of a case is as it was written. 流水校验结果。")
    public record JournalVerdict(
            @Description("Whether every event is there, unchanged and in its order. 是否完整。")
            boolean intact,

            @Description("How many events there are. 事件数。") int events,

            @Description("Sequence of the first that is wrong or missing; null where none is. 首个异常序号。") @Nullable
            Integer brokenAt) {}
}
