package cn.onenetwork.review.api;

import cn.onenetwork.cases.CaseView;
import cn.onenetwork.platform.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("The case, or why nothing was done. 不予许可结果。")
public record CaseRejectPayload(
        @Description("The case as it is now; null where nothing was done. 办件。") @Nullable
        CaseView serviceCase,

        @NonNull @Description("What kept it from being done; empty on success. 业务错误。")
        List<@NonNull UserError> userErrors) {

    static CaseRejectPayload done(CaseView serviceCase) {
        return new CaseRejectPayload(serviceCase, List.of());
    }

    static CaseRejectPayload refused(List<UserError> userErrors) {
        return new CaseRejectPayload(null, userErrors);
    }
}
