package cn.onenetwork.enquiry.api;

import cn.onenetwork.cases.CaseView;
import cn.onenetwork.enquiry.CaseQueryTries;
import cn.onenetwork.enquiry.OwnersView;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/// The query code of a case, batched over all cases of an answer.
@GraphQLApi
public class EnquiryFields {

    private final OwnersView view;

    EnquiryFields(OwnersView view) {
        this.view = view;
    }

    @Description(
            "What opens `caseProgress` to somebody without a login; shown to the applicant only, not to agents, and null for a"
                    + " draft. Renew it with caseQueryCodeRenew. 查询密码。")
    public Uni<List<@Nullable String>> queryCode(@Source @Name("serviceCase") List<CaseView> cases) {
        return view.codes(cases);
    }

    @Description(
            "That somebody tried wrong query codes; shown to the applicant only, not to agents, and null where nobody did."
                    + " 查询密码错误尝试。")
    public Uni<List<@Nullable CaseQueryTries>> queryTries(@Source @Name("serviceCase") List<CaseView> cases) {
        return view.tries(cases);
    }
}
