package cn.onenetwork.identity.api;

import cn.onenetwork.platform.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("How far the change of keys is. 更换密钥结果。")
public record PersonalDataResealPayload(
        @Description("The keys and the run; null where nothing was begun. 密钥使用情况。") @Nullable
        PersonalDataSeals seals,

        @NonNull @Description("What kept it from being begun; empty on success. 业务错误。")
        List<@NonNull UserError> userErrors) {}
