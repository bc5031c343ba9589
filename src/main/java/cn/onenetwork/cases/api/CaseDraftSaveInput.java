package cn.onenetwork.cases.api;

import cn.onenetwork.cases.Drafting;
import jakarta.json.JsonObject;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("CaseDraftSaveInput")
@Description("What is saved as a draft. 暂存内容。")
public record CaseDraftSaveInput(
        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @Id @Description("The draft to change; left out for a new one. 草稿标识。") @Nullable
        String id,

        @Description("The item; required for a new draft. 实施编码。") @Nullable
        String taskCode,

        @Description("The answers so far, at most 256 KB; left out, they stay as they are. 表单内容。") @Nullable
        JsonObject form,

        @Description(
                "Credit code of the corporation acted for: that of the token, or one that granted a delegation; left out, the"
                        + " corporation of the token. 所代表法人的统一社会信用代码。")
        @Nullable
        String onBehalfOf,

        @Id
        @Description("The delegation by which a new draft is begun, for another person or a corporation; not together"
                + " with onBehalfOf. 代办授权标识。")
        @Nullable
        String delegationId) {

    Drafting.Draft draft() {
        return new Drafting.Draft(idempotencyKey, id, taskCode, form, onBehalfOf, delegationId);
    }
}
