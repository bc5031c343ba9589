package cn.onenetwork.privacy.api;

import cn.onenetwork.platform.UserError;
import cn.onenetwork.privacy.Consent;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("Where the consent stands, or why nothing was done. 撤回结果。")
public record ConsentWithdrawPayload(
        @Description("As it stands now; null where nothing was done. 同意。") @Nullable
        Consent consent,

        @NonNull @Description("What kept it from being done; empty on success. 业务错误。")
        List<@NonNull UserError> userErrors) {}
