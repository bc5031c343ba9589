package cn.onenetwork.identity.delegation.api;

import cn.onenetwork.identity.delegation.DelegationView;
import cn.onenetwork.platform.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("The delegation, or why nothing was done. 拒绝结果。")
public record DelegationRefusePayload(
        @Description("The delegation as it is now; null where nothing was done. 授权。") @Nullable
        DelegationView delegation,

        @NonNull @Description("What kept it from being done; empty on success. 业务错误。")
        List<@NonNull UserError> userErrors) {}
