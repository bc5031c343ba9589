package cn.onenetwork.identity.delegation.api;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.identity.Role;
import cn.onenetwork.identity.delegation.DelegationChangeView;
import cn.onenetwork.identity.delegation.DelegationConnection;
import cn.onenetwork.identity.delegation.DelegationReading;
import cn.onenetwork.identity.delegation.DelegationSide;
import cn.onenetwork.identity.delegation.DelegationView;
import cn.onenetwork.platform.Page;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

@GraphQLApi
public class DelegationQueries {

    private final DelegationReading reading;
    private final Callers callers;

    DelegationQueries(DelegationReading reading, Callers callers) {
        this.reading = reading;
        this.callers = callers;
    }

    @Query
    @Description("Delegations of one side, newest first, ended ones too: those of oneself and of the corporations whose"
            + " delegations one disposes of, or those one was named in. 我的授权。 Requires CITIZEN.")
    public Uni<DelegationConnection> myDelegations(
            @NonNull @Name("as") @Description("On which side. 授权方或代办人。") DelegationSide as,
            @Name("first") @DefaultValue("20") @Description("How many, 1 to 100. 数量。") int first,
            @Name("after") @Description("Cursor to go on after. 游标。") @Nullable String after) {
        Caller caller = callers.current().require(Role.CITIZEN);
        return reading.page(caller, as, new Page.Request(first, after, caller.locale()))
                .map(page -> DelegationConnection.of(page, () -> reading.count(caller, as)));
    }

    @NonNull
    @Description("What became of it, oldest first. 授权变更记录。")
    public Uni<List<@NonNull List<@NonNull DelegationChangeView>>> history(
            @Source @Name("delegation") List<DelegationView> delegations) {
        return reading.histories(delegations);
    }

    @Name("totalCount")
    @Description("How many there are on all pages; counted only where it is asked for. 总数。")
    @NonNull
    public Uni<List<@NonNull Integer>> delegationCount(
            @Source @Name("connection") List<DelegationConnection> connections) {
        return Uni.join()
                .all(connections.stream()
                        .map(connection -> connection.count().get().map(Math::toIntExact))
                        .toList())
                .andFailFast();
    }
}
