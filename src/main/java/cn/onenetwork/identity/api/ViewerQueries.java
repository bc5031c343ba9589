package cn.onenetwork.identity.api;

import cn.onenetwork.identity.Callers;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

@GraphQLApi
public class ViewerQueries {

    private final Callers callers;

    ViewerQueries(Callers callers) {
        this.callers = callers;
    }

    @Query
    @Description("Who is asking; null without a token. 当前用户，未登录为空。 Requires nothing.")
    public Uni<Viewer> viewer() {
        return Uni.createFrom().item(Viewer.of(callers.current()));
    }
}
