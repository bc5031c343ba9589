package cn.onenetwork.privacy;

import cn.onenetwork.calendar.ShanghaiTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// How long a class of personal data is kept, why, and what becomes of it then.
///
/// @param period from the day of the last change of a draft, of the end of a case, of the access, of the
///     withdrawal; null for as long as the case is handled
/// @param kept the period, for the schema
@Description("How long a class of personal data is kept, why, and what becomes of it then. 保存期限规则。")
public record RetentionRule(
        @NonNull @Description("Of what. 类别。") DataClass dataClass,

        @Ignore @Nullable Period period,

        @Description("How long, as an ISO 8601 period; null for as long as the case is handled. 保存期限。") @Nullable
        String kept,

        @NonNull @Description("Why. 依据。") RetentionBasis basis,

        @NonNull @Description("What becomes of it. 到期处理方式。") RetentionEnd end,

        @Description("Whether it is erased whenever the person asks. 是否可随时删除。")
        boolean erasable) {

    static RetentionRule of(DataClass dataClass, @Nullable Period period, RetentionBasis basis, RetentionEnd end) {
        return new RetentionRule(
                dataClass,
                period,
                period == null ? null : period.toString(),
                basis,
                end,
                basis == RetentionBasis.NECESSITY);
    }

    /// The last day; null where it has none yet.
    @Nullable
    LocalDate lastDay(@Nullable Instant since) {
        return period == null || since == null
                ? null
                : ShanghaiTime.dayOf(since).plus(period);
    }
}
