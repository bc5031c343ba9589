package cn.onenetwork.progress.api;

import cn.onenetwork.cases.AccessLog;
import cn.onenetwork.cases.CaseEventConnection;
import cn.onenetwork.cases.CaseReach;
import cn.onenetwork.cases.JournalNews;
import cn.onenetwork.cases.JournalPosition;
import cn.onenetwork.cases.JournalReading;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.platform.Page;
import cn.onenetwork.platform.Refusal;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

@GraphQLApi
public class ProgressQueries {

    private final JournalReading journal;
    private final AccessLog log;
    private final Callers callers;

    ProgressQueries(JournalReading journal, AccessLog log, Callers callers) {
        this.journal = journal;
        this.log = log;
        this.callers = callers;
    }

    @Query
    @Description("Polling twin of Subscription.myCasesProgressed: the same events, the same cursors, oldest first; from"
            + " the beginning where `after` is left out. 办件进度轮询。 Requires a login.")
    public Uni<CaseEventConnection> caseEvents(
            @Name("after") @Description("Cursor to go on after, towards the present. 游标。") @Nullable String after,
            @Name("first") @DefaultValue("50") @Description("How many, 1 to 100. 数量。") int first) {
        Caller caller = callers.current();
        if (!caller.authenticated()) {
            throw Refusal.of(Refusal.Code.UNAUTHENTICATED, caller.locale());
        }
        Page.Request request = new Page.Request(first, after, caller.locale());
        JournalPosition start = after == null ? JournalPosition.START : JournalPosition.parse(after, caller.locale());
        CaseReach reach = CaseReach.of(caller);
        return journal.page(start, reach, request.oneMore())
                .invoke(page -> log.readNews(caller, page.news()))
                .map(page ->
                        Page.of(page.news().stream().map(JournalNews::event).toList(), request))
                .map(page -> CaseEventConnection.of(page, () -> journal.count(reach)));
    }
}
