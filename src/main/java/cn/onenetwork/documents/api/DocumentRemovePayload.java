package cn.onenetwork.documents.api;

import cn.onenetwork.cases.CaseView;
import cn.onenetwork.platform.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("The case, or why nothing was done. 删除结果。")
public record DocumentRemovePayload(
        @Description("The case as it is now; where nothing was done null, or the fresh case of who lost a race. 办件。")
        @Nullable
        CaseView serviceCase,

        @NonNull @Description("What kept it from being done; empty on success. 业务错误。")
        List<@NonNull UserError> userErrors) {}
