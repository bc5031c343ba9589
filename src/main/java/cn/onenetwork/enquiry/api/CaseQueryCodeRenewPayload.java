package cn.onenetwork.enquiry.api;

import cn.onenetwork.cases.CaseView;
import cn.onenetwork.platform.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("The case with its new query code, or why it has none. 更换查询密码结果。")
public record CaseQueryCodeRenewPayload(
        @Description("The case; null where nothing was done. 办件。") @Nullable
        CaseView serviceCase,

        @NonNull @Description("What kept it from being done; empty on success. 业务错误。")
        List<@NonNull UserError> userErrors) {}
