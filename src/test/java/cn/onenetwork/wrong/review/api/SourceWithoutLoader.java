package cn.onenetwork.wrong.review.api;

import cn.onenetwork.cases.CaseView;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Source;

/// One query for each case of a list.
public final class SourceWithoutLoader {

    public Uni<String> note(@Source CaseView serviceCase, int first) {
        return Uni.createFrom().item(serviceCase.id() + first);
    }
}
