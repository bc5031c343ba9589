package cn.onenetwork.privacy.api;

import cn.onenetwork.privacy.ConsentPurpose;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ConsentWithdrawInput")
@Description("Which consent is withdrawn. 撤回同意。")
public record ConsentWithdrawInput(
        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @NonNull @Description("What for. 用途。") ConsentPurpose purpose) {}
