package cn.onenetwork.review.api;

import cn.onenetwork.cases.ServiceCaseConnection;
import cn.onenetwork.cases.WorkQuery;
import cn.onenetwork.cases.WorkQueue;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.platform.Page;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

@GraphQLApi
public class WorklistQueries {

    private final WorkQueue queue;
    private final Callers callers;

    WorklistQueries(WorkQueue queue, Callers callers) {
        this.queue = queue;
        this.callers = callers;
    }

    @Query
    @Description(
            "What waits for the tenant of the token, most urgent first. 待办列表。 Requires OFFICER, REVIEWER or SUPERVISOR.")
    public Uni<ServiceCaseConnection> worklist(
            @Name("filter") @Description("What to look for. 筛选。") @Nullable WorklistFilter filter,
            @Name("first") @DefaultValue("20") @Description("How many, 1 to 100. 数量。") int first,
            @Name("after") @Description("Cursor to go on after. 游标。") @Nullable String after) {
        Caller caller = callers.current();
        WorkQuery query = WorklistFilter.query(filter, caller.locale());
        return queue.page(caller, query, new Page.Request(first, after, caller.locale()))
                .map(page -> ServiceCaseConnection.queue(page, () -> queue.count(caller, query)));
    }
}
