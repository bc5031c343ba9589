package cn.onenetwork.privacy.api;

import cn.onenetwork.platform.UserError;
import cn.onenetwork.privacy.Correction;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("The request as it stands now, or why nothing was done. 处理结果。")
public record CorrectionDecidePayload(
        @Description("The request; null where nothing was done. 更正申请。") @Nullable
        Correction correction,

        @NonNull @Description("What kept it from being done; empty on success. 业务错误。")
        List<@NonNull UserError> userErrors) {}
