package cn.onenetwork.privacy.api;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("PersonalDataEraseInput")
@Description("What shall be erased. 申请删除个人信息。")
public record PersonalDataEraseInput(
        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @Id @Description("Only this case; all personal data where it is left out. 办件标识。") @Nullable
        String caseId) {}
