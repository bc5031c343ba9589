package cn.onenetwork.privacy.api;

import cn.onenetwork.platform.UserError;
import cn.onenetwork.privacy.PrivacyNotice;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("The notice, or why it was not published. 发布结果。")
public record PrivacyNoticePublishPayload(
        @Description("As it was published; null where it was not. 告知书。") @Nullable
        PrivacyNotice notice,

        @NonNull @Description("What kept it from being done; empty on success. 业务错误。")
        List<@NonNull UserError> userErrors) {}
