package cn.onenetwork.cases.api;

import cn.onenetwork.cases.CaseCommand;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("CaseSubmitInput")
@Description("Which draft is filed. 提交申请。")
public record CaseSubmitInput(
        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @Id @NonNull @Description("The draft. 草稿标识。") String id,

        @Description("The version that was shown to the applicant; left out, whatever is there. 版本。") @Nullable
        Integer expectedVersion,

        @Id
        @Description(
                "Materials for which the applicant signs a commitment instead, see CaseMaterial.commitmentText. 以告知承诺代替的材料。")
        @io.smallrye.graphql.api.Nullable
        @Nullable
        List<@NonNull String> commitments,

        @Id
        @Description("Materials that the applicant promises to hand in later, see CaseMaterial.deferralText. 容缺后补的材料。")
        @io.smallrye.graphql.api.Nullable
        @Nullable
        List<@NonNull String> deferred)
        implements CaseCommand {

    List<String> committed() {
        return commitments == null ? List.of() : commitments;
    }

    List<String> later() {
        return deferred == null ? List.of() : deferred;
    }

    @Override
    public String caseId() {
        return id;
    }

    @Override
    public String idField() {
        return "id";
    }
}
