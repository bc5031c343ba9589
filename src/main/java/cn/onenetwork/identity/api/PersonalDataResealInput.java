package cn.onenetwork.identity.api;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("PersonalDataResealInput")
@Description("Begins a change of keys. 更换密钥。")
public record PersonalDataResealInput(
        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey) {}
