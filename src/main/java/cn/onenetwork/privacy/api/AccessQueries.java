package cn.onenetwork.privacy.api;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.platform.Page;
import cn.onenetwork.privacy.AccessEntryConnection;
import cn.onenetwork.privacy.AccessReading;
import cn.onenetwork.privacy.AccessVerdict;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/// Who looked at my file.
@GraphQLApi
public class AccessQueries {

    private final AccessReading reading;
    private final Callers callers;

    AccessQueries(AccessReading reading, Callers callers) {
        this.reading = reading;
        this.callers = callers;
    }

    @Query
    @Description("Who was given personal data of the viewer's own cases, newest first; of a corporation's cases for its"
            + " legal representative or administrator. A read appears within seconds. 谁查看了我的办件。 Requires CITIZEN.")
    public Uni<AccessEntryConnection> myAccessLog(
            @Name("first") @DefaultValue("20") @Description("How many, 1 to 100. 数量。") int first,
            @Name("after") @Description("Cursor to go on after. 游标。") @Nullable String after,
            @Id @Name("caseId") @Description("Only of this case. 办件标识。") @Nullable String caseId) {
        Caller caller = callers.current();
        return reading.mine(caller, caseId, new Page.Request(first, after, caller.locale()))
                .map(page -> AccessEntryConnection.of(page, () -> reading.countMine(caller, caseId)));
    }

    @Query
    @Description("Whether the access log of a case is as it was written; null where there is no such case."
            + " 校验访问日志。 Requires AUDITOR.")
    public Uni<@Nullable AccessVerdict> accessLogVerify(
            @NonNull @Name("caseNo") @Description("Number of the case. 办件编号。") String caseNo) {
        return reading.verify(callers.current(), caseNo);
    }

    @Name("totalCount")
    @Description("How many there are on all pages; counted only where it is asked for. 总数。")
    @NonNull
    public Uni<List<@NonNull Integer>> accessCount(
            @Source @Name("connection") List<AccessEntryConnection> connections) {
        return Uni.join()
                .all(connections.stream()
                        .map(connection -> connection.count().get().map(Math::toIntExact))
                        .toList())
                .andFailFast();
    }
}
