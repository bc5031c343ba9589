package cn.onenetwork.review.api;

import cn.onenetwork.cases.CaseCommand;
import cn.onenetwork.cases.OfficerAction;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("CaseClaimInput")
@Description("Which case is taken on. 认领。")
public record CaseClaimInput(
        @Id @NonNull @Description("The case. 办件标识。") String caseId,

        @NonNull @Description("The version the officer decided on. 版本。")
        Integer expectedVersion,

        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey)
        implements CaseCommand {

    OfficerAction action() {
        return OfficerAction.claim();
    }
}
