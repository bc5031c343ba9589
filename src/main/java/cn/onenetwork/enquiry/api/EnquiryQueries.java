package cn.onenetwork.enquiry.api;

import cn.onenetwork.cases.CaseProgress;
import cn.onenetwork.enquiry.Enquiring;
import cn.onenetwork.identity.Callers;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

@GraphQLApi
public class EnquiryQueries {

    private final Enquiring enquiring;
    private final Callers callers;

    EnquiryQueries(Enquiring enquiring, Callers callers) {
        this.enquiring = enquiring;
        this.callers = callers;
    }

    @Query
    @Description(
            "How a case stands, by its number and its query code. Null whatever is wrong: an unknown number, a wrong"
                    + " code, or too many wrong codes for it, which lock it for a while. RATE_LIMITED, with"
                    + " `retryAfterSeconds`, where an address goes on. Not by GET. 免登录查询办件进度。 Needs no login.")
    public Uni<@Nullable CaseProgress> caseProgress(
            @NonNull @Name("caseNo") @Description("Number of the case. 办件编号。") String caseNo,
            @NonNull
                    @Name("queryCode")
                    @Description("The query code that its owner was told; send it in a variable. 查询密码。")
                    String queryCode) {
        return enquiring.progress(caseNo, queryCode, callers.current(), callers.network());
    }
}
