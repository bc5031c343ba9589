package cn.onenetwork.identity.api;

import cn.onenetwork.identity.Callers;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;

@GraphQLApi
public class ViewerQueries {

    private final Callers callers;

    ViewerQueries(Callers callers) {
        this.callers = callers;
    }

    @Query
    @Description("Who is asking; null without a token. 当前用户，未登录为空。 Requires nothing.")
    public Uni<Viewer> viewer(
            @Name("unmask") @DefaultValue("false") @Description("Whether one's own numbers are wanted in full. 是否查看明文。")
                    boolean unmask) {
        return Uni.createFrom()
                .item(Viewer.of(callers.current(), callers.phoneNumber().orElse(null), unmask));
    }
}
