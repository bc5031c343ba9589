package cn.onenetwork.privacy;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// What became of one piece of personal data whose erasure was asked for.
///
/// @param keptBecause null where it was erased
@Description("What became of one piece of personal data whose erasure was asked for. 删除结果。")
public record Erasure(
        @NonNull @Description("What it is. 类别。") DataClass dataClass,

        @Id @Description("The case it is of; null for what is of none. 办件标识。") @Nullable
        String caseId,

        @Description("The number of the case; null for a draft. 办件编号。") @Nullable
        String caseNo,

        @Description("Whether it is gone. 是否已删除。") boolean erased,

        @Description("Why it has to be kept; until then it is only stored, and used for nothing else. 不能删除的依据。")
        @Nullable
        RetentionBasis keptBecause,

        @Description("The last day on which it is kept; null where that is not known yet. 保存至。") @Nullable
        LocalDate keptUntil) {

    static Erasure done(KeptCase one) {
        return new Erasure(one.dataClass(), one.id().toString(), one.caseNo(), true, null, null);
    }

    static Erasure refused(KeptCase one, RetentionRule rule) {
        return new Erasure(
                one.dataClass(), one.id().toString(), one.caseNo(), false, rule.basis(), rule.lastDay(one.since()));
    }

    static Erasure refused(RetentionRule rule, @Nullable Instant newest) {
        return new Erasure(rule.dataClass(), null, null, false, rule.basis(), rule.lastDay(newest));
    }
}
