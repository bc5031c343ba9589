package cn.onenetwork.wrong.review.api;

import cn.onenetwork.wrong.platform.Shown;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Source;

/// One query for each case of a list.
public final class SourceWithoutLoader {

    public Uni<String> note(@Source Shown shown, int first) {
        return Uni.createFrom().item(shown.name() + first);
    }
}
