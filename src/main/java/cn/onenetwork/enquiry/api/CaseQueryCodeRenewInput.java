package cn.onenetwork.enquiry.api;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("CaseQueryCodeRenewInput")
@Description("Which case gets another query code. 更换查询密码。")
public record CaseQueryCodeRenewInput(
        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @Id @NonNull @Description("The case. 办件标识。") String id) {}
