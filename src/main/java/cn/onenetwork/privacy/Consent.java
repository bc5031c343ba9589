package cn.onenetwork.privacy;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// Where a person's consent for one purpose stands.
///
/// @param noticeVersion of the newest consent, also of a withdrawn one
@Description("Where a person's consent for one purpose stands. 个人信息处理同意。")
public record Consent(
        @NonNull @Description("What for. 用途。") ConsentPurpose purpose,

        @Description("Whether the law asks for a consent of its own. 是否需单独同意。")
        boolean separate,

        @Description("Whether consent is given now. 是否已同意。") boolean given,

        @Description("Whether it was given under an older notice than today's: it should be asked for again. 告知书已更新。")
        boolean outdated,

        @Description("The version of the notice it was given under. 告知书版本。") @Nullable
        String noticeVersion,

        @Description("Since when. 同意时间。") @Nullable Instant givenAt,

        @Description("Until when, where it was withdrawn. 撤回时间。") @Nullable
        Instant withdrawnAt) {

    static Consent never(ConsentPurpose purpose) {
        return new Consent(purpose, purpose.separate(), false, false, null, null, null);
    }

    /// @param current the version of today's notice
    static Consent of(
            ConsentPurpose purpose,
            String noticeVersion,
            Instant givenAt,
            @Nullable Instant withdrawnAt,
            String current) {
        boolean given = withdrawnAt == null;
        return new Consent(
                purpose,
                purpose.separate(),
                given,
                given && !noticeVersion.equals(current),
                noticeVersion,
                givenAt,
                withdrawnAt);
    }
}
