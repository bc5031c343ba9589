package cn.onenetwork.wrong.review.api;

import cn.onenetwork.cases.CaseView;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Source;

/// The engine would use the argument of the first alias for all.
public final class ListSourceWithArgument {

    public Uni<List<String>> notes(@Source List<CaseView> cases, int first) {
        return Uni.createFrom()
                .item(cases.stream().limit(first).map(CaseView::id).toList());
    }
}
