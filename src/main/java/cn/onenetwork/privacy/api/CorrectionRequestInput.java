package cn.onenetwork.privacy.api;

import jakarta.json.JsonObject;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("CorrectionRequestInput")
@Description("What is wrong in a form that was filed. 更正申请。")
public record CorrectionRequestInput(
        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @Id @NonNull @Description("The case. 办件标识。") String caseId,

        @NonNull @Description("The answers as they should be, only those that change. 更正后的内容。")
        JsonObject form,

        @Description("Why. 理由。") @Nullable String reason) {}
