package cn.onenetwork.progress.api;

import cn.onenetwork.cases.CaseEventView;
import cn.onenetwork.cases.JournalPosition;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.platform.Refusal;
import cn.onenetwork.platform.SourceStream;
import cn.onenetwork.progress.CaseFeed;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

@GraphQLApi
public class ProgressSubscriptions {

    private final CaseFeed feed;
    private final Callers callers;

    ProgressSubscriptions(CaseFeed feed, Callers callers) {
        this.feed = feed;
        this.callers = callers;
    }

    @Subscription
    @Description(
            "One case, by id or caseNo (exactly one): first the events with sequence greater than `afterSequence` (none"
                    + " where it is left out), then live ones; in order, no gap, no double. An error NOT_FOUND where the case does"
                    + " not exist or is not the viewer's to see. 办件进度订阅。 Requires a login.")
    public Multi<CaseEventView> caseProgressed(
            @Id @Name("id") @Description("Id of the case. 办件标识。") @Nullable String id,
            @Name("caseNo") @Description("Number of the case. 办件编号。") @Nullable String caseNo,
            @Name("afterSequence") @Description("The last event the client knows. 最后已知事件序号。") @Nullable
                    Integer afterSequence) {
        Caller caller = callers.current();
        if (!caller.authenticated()) {
            throw Refusal.of(Refusal.Code.UNAUTHENTICATED, caller.locale());
        }
        if ((id == null) == (caseNo == null)) {
            throw Refusal.badInput("idOrCaseNo", caller.locale());
        }
        return SourceStream.offer(feed.of(id, caseNo, afterSequence, caller));
    }

    @Subscription
    @Description(
            "All cases the viewer may see; resumes after the event whose `cursor` is given, and brings only what is to"
                    + " come where it is left out. In the order of commits, no gap, no double; staff are told nothing of"
                    + " drafts. 全部可见办件的进度订阅。 Requires a login.")
    public Multi<CaseEventView> myCasesProgressed(
            @Name("after") @Description("The `cursor` of the last event the client knows. 最后已知事件的游标。") @Nullable
                    String after) {
        Caller caller = callers.current();
        if (!caller.authenticated()) {
            throw Refusal.of(Refusal.Code.UNAUTHENTICATED, caller.locale());
        }
        return SourceStream.offer(
                feed.ofAll(after == null ? null : JournalPosition.parse(after, caller.locale()), caller));
    }
}
