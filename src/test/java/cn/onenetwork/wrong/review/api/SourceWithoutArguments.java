package cn.onenetwork.wrong.review.api;

import cn.onenetwork.wrong.platform.Shown;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Source;

/// Could be batched by the engine, and is not.
public final class SourceWithoutArguments {

    public Uni<String> note(@Source Shown shown) {
        return Uni.createFrom().item(shown.name());
    }
}
