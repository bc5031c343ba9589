package cn.onenetwork.cases;

import cn.onenetwork.identity.AccountKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// An event of the journal as it is published; it says what kind of account acted, never who.
@Name("CaseEvent")
@Description("Something that happened to a case; events carry no personal data of their own. 办件事件。")
public record CaseEventView(
        @Id @NonNull @Description("Opaque and stable. 事件标识。")
        String id,

        @NonNull @Description("Where to go on after this event. 游标。")
        String cursor,

        @Id @NonNull @Description("The case. 办件标识。") String caseId,

        @Description("Null while the case is a draft. 办件编号。") @Nullable
        String caseNo,

        @Description("Strictly rising by one within a case. 序号。")
        int sequence,

        @NonNull @Description("What happened. 事件类型。") CaseEventKind kind,

        @Description("Where the case stood before; null for the first event. 原状态。") @Nullable
        CaseStatus from,

        @NonNull @Description("Where the case stood then. 新状态。")
        CaseStatus to,

        @NonNull @Description("When. 时间。") Instant at,

        @NonNull @Description("What kind of account did it. 操作者类型。")
        AccountKind actor,

        @Description("What the actor wrote, e.g. the reason of a refusal. 说明。") @Nullable
        String note,

        @Description("The due day after this event, where a clock runs. 期限。") @Nullable
        LocalDate dueOn,

        @NonNull @Description("What it does to the clocks. 计时影响。")
        ClockEffect clockEffect) {

    static CaseEventView of(JournalEntry entry) {
        return new CaseEventView(
                String.valueOf(Objects.requireNonNull(entry.id)),
                CaseJournal.cursor(entry),
                entry.caseId.toString(),
                entry.caseNo,
                entry.sequence,
                entry.kind,
                entry.from,
                entry.to,
                entry.at,
                entry.actor,
                entry.note,
                entry.dueOn,
                entry.clock);
    }
}
