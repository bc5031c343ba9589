package cn.onenetwork.privacy;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/// What people are told before their data are processed (Personal Information Protection Law art. 17, 35):
/// one version of it. What was published is never changed.
@Description("What people are told before their data are processed. 个人信息处理告知书。")
public record PrivacyNotice(
        @NonNull @Description("Its version; a consent names it. 版本。")
        String version,

        @NonNull @Description("The first day on which it holds. 生效日期。")
        LocalDate validFrom,

        @NonNull @Description("The text, in the language of the request. 正文。")
        String text) {}
