package cn.onenetwork.identity.delegation.api;

import cn.onenetwork.identity.delegation.DelegationCommand;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("DelegationReleaseInput")
@Description("Which delegation is given back. 解除授权。")
public record DelegationReleaseInput(
        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @Id @NonNull @Description("The delegation. 授权标识。") String id)
        implements DelegationCommand {}
