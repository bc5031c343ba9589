package cn.onenetwork.cases.api;

import cn.onenetwork.cases.CaseCommand;
import jakarta.json.JsonObject;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("CaseSupplementInput")
@Description("The answer to a notice. 补正内容。")
public record CaseSupplementInput(
        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @Id @NonNull @Description("The case. 办件标识。") String id,

        @Description("The whole form anew; left out, it stays as it is. 表单内容。") @Nullable
        JsonObject form,

        @Description("For the officers. 说明。") @Nullable String note,

        @Description("The version that was shown to the applicant; left out, whatever is there. 版本。") @Nullable
        Integer expectedVersion)
        implements CaseCommand {

    @Override
    public String caseId() {
        return id;
    }

    @Override
    public String idField() {
        return "id";
    }
}
