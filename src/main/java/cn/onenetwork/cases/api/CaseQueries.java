package cn.onenetwork.cases.api;

import cn.onenetwork.cases.CaseReading;
import cn.onenetwork.cases.CaseTab;
import cn.onenetwork.cases.CaseView;
import cn.onenetwork.cases.JournalVerdict;
import cn.onenetwork.cases.JournalVerifying;
import cn.onenetwork.cases.ServiceCaseConnection;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.platform.Page;
import cn.onenetwork.platform.Refusal;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

@GraphQLApi
public class CaseQueries {

    private final CaseReading reading;
    private final JournalVerifying verifying;
    private final Callers callers;

    CaseQueries(CaseReading reading, JournalVerifying verifying, Callers callers) {
        this.reading = reading;
        this.verifying = verifying;
        this.callers = callers;
    }

    @Query
    @Description(
            "One case by id or by caseNo (exactly one of the two). Null where it does not exist or is not the viewer's to"
                    + " see. 按标识或编号查一件办件。 Requires a login.")
    public Uni<@Nullable CaseView> serviceCase(
            @Id @Name("id") @Description("Id of the case. 办件标识。") @Nullable String id,
            @Name("caseNo") @Description("Number of the case. 办件编号。") @Nullable String caseNo) {
        Caller caller = callers.current();
        String subject = caller.id();
        if ((id == null) == (caseNo == null) || subject.isEmpty()) {
            throw Refusal.badInput("idOrCaseNo", caller.locale());
        }
        return id != null ? reading.byId(id, caller) : reading.byNumber(caseNo, caller);
    }

    @Query
    @Description("The viewer's own cases and those of the corporation the viewer acts for, newest first. 我的办件。 Requires"
            + " CITIZEN.")
    public Uni<ServiceCaseConnection> myCases(
            @Name("tab") @Description("Only those of one tab. 分组。") @Nullable CaseTab tab,
            @Name("first") @DefaultValue("20") @Description("How many, 1 to 100. 数量。") int first,
            @Name("after") @Description("Cursor to go on after. 游标。") @Nullable String after) {
        Caller caller = callers.current();
        return reading.mine(caller, tab, new Page.Request(first, after, caller.locale()))
                .map(page -> ServiceCaseConnection.mine(page, () -> reading.countMine(caller, tab)));
    }

    @Query
    @Description("Whether the journal of a case is as it was written; null where there is no such case. 校验办件流水。"
            + " Requires AUDITOR.")
    public Uni<@Nullable JournalVerdict> caseJournalVerify(
            @NonNull @Name("caseNo") @Description("Number of the case. 办件编号。") String caseNo) {
        return verifying.verify(callers.current(), caseNo);
    }
}
