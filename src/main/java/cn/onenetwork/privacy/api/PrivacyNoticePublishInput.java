package cn.onenetwork.privacy.api;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("PrivacyNoticePublishInput")
@Description("A new version of the notice. 发布告知书。")
public record PrivacyNoticePublishInput(
        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @NonNull @Description("1 to 20 letters, digits, dots and hyphens. 版本。")
        String version,

        @NonNull @Description("The first day on which it holds; to come. 生效日期。")
        LocalDate validFrom,

        @NonNull @Description("The text in Chinese. 中文正文。") String text,

        @NonNull @Description("The text in English. 英文正文。") String english) {}
