package cn.onenetwork.privacy.api;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("CorrectionDecideInput")
@Description("What an officer decides on a request for a correction. 处理更正申请。")
public record CorrectionDecideInput(
        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @Id @NonNull @Description("The request. 申请标识。") String correctionId,

        @NonNull @Description("Whether the person is right. 是否更正。")
        Boolean approve,

        @Description("For the person; needed where it is declined. 说明。") @Nullable
        String grounds) {}
