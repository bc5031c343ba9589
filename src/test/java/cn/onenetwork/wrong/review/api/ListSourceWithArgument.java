package cn.onenetwork.wrong.review.api;

import cn.onenetwork.wrong.platform.Shown;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Source;

/// The engine would use the argument of the first alias for all.
public final class ListSourceWithArgument {

    public Uni<List<String>> notes(@Source List<Shown> all, int first) {
        return Uni.createFrom().item(all.stream().limit(first).map(Shown::name).toList());
    }
}
