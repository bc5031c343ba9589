package cn.onenetwork.enquiry.api;

import cn.onenetwork.enquiry.RenewingCode;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.platform.Outcomes;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

@GraphQLApi
public class EnquiryMutations {

    private final RenewingCode renewing;
    private final Callers callers;

    EnquiryMutations(RenewingCode renewing, Callers callers) {
        this.renewing = renewing;
        this.callers = callers;
    }

    @Mutation
    @Description(
            "Gives a case another query code; the one before opens nothing any more, and a lock ends. Writes no event."
                    + " 更换查询密码。 Requires CITIZEN.")
    public Uni<CaseQueryCodeRenewPayload> caseQueryCodeRenew(
            @NonNull @Name("input") @Description("Which case gets another code. 更换查询密码。")
                    CaseQueryCodeRenewInput input) {
        Caller caller = callers.current();
        return Outcomes.payload(
                renewing.renew(caller, input.idempotencyKey(), input.id())
                        .map(view -> new CaseQueryCodeRenewPayload(view, List.of())),
                caller.locale(),
                errors -> new CaseQueryCodeRenewPayload(null, errors));
    }
}
