package cn.onenetwork.enquiry;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// What an owner is told of those who tried a wrong code.
@Description("That somebody asked about the case with a wrong query code. 查询密码错误尝试记录。")
public record CaseQueryTries(
        @Description("How many wrong codes there were; not counted while it is locked. 错误次数。")
        int wrong,

        @NonNull @Description("When the last one came. 最近一次时间。")
        Instant lastAt,

        @Description("Until when only who opened it before is answered without a login; null where not locked. 锁定至。")
        @Nullable
        Instant lockedUntil) {

    /// Null where nobody was wrong.
    static @Nullable CaseQueryTries of(Tries tries, Instant now) {
        Instant last = tries.lastWrongAt();
        return last == null
                ? null
                : new CaseQueryTries(tries.wrong(), last, tries.locked(now) ? tries.lockedUntil() : null);
    }
}
