package cn.onenetwork.privacy.api;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.IdempotencyKeys.Key;
import cn.onenetwork.platform.Outcomes;
import cn.onenetwork.privacy.Erasing;
import cn.onenetwork.privacy.ExportTickets;
import cn.onenetwork.privacy.RetentionRule;
import cn.onenetwork.privacy.RetentionRules;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/// Export and erasure of all personal data, and how long they are kept.
@GraphQLApi
public class PersonalDataApi {

    private final ExportTickets tickets;
    private final Erasing erasing;
    private final RetentionRules rules;
    private final Callers callers;

    PersonalDataApi(ExportTickets tickets, Erasing erasing, RetentionRules rules, Callers callers) {
        this.tickets = tickets;
        this.erasing = erasing;
        this.rules = rules;
        this.callers = callers;
    }

    @Query
    @Description("How long personal data are kept, class by class, and why. 个人信息保存期限。 Needs no login.")
    public Uni<List<@NonNull RetentionRule>> retentionRules() {
        return Uni.createFrom().item(rules.all());
    }

    @Mutation
    @Description("Gives the address of all personal data that are kept of the viewer, and of the corporation that the"
            + " viewer represents or administers: one JSON document and the files. 导出个人信息。 Requires CITIZEN.")
    public Uni<PersonalDataExportPayload> personalDataExport(
            @NonNull @Name("input") @Description("Asks for it. 导出申请。") PersonalDataExportInput input) {
        Caller caller = callers.current().require(Role.CITIZEN);
        return Outcomes.payload(
                Uni.createFrom()
                        .item(() -> tickets.address(caller))
                        .map(address -> new PersonalDataExportPayload(address.url(), address.until(), List.of())),
                caller.locale(),
                errors -> new PersonalDataExportPayload(null, null, errors));
    }

    @Mutation
    @Description("Erases what need not be kept: drafts, and applications that were withdrawn before they were accepted,"
            + " with their documents; says of everything else why it is kept and until when. It cannot be undone."
            + " 删除个人信息。 Requires CITIZEN.")
    public Uni<PersonalDataErasePayload> personalDataErase(
            @NonNull @Name("input") @Description("What shall be erased. 删除申请。") PersonalDataEraseInput input) {
        Caller caller = callers.current().require(Role.CITIZEN);
        Key key = Key.of(caller.id(), "personalDataErase", input.idempotencyKey(), input, caller.locale());
        return Outcomes.payload(
                erasing.erase(caller, input.caseId(), key)
                        .map(results -> new PersonalDataErasePayload(results, List.of())),
                caller.locale(),
                errors -> new PersonalDataErasePayload(List.of(), errors));
    }
}
