package cn.onenetwork.identity.delegation.api;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Callers;
import cn.onenetwork.identity.Role;
import cn.onenetwork.identity.delegation.Answering;
import cn.onenetwork.identity.delegation.Curtailing;
import cn.onenetwork.identity.delegation.DelegationView;
import cn.onenetwork.identity.delegation.Granting;
import cn.onenetwork.platform.Outcomes;
import cn.onenetwork.platform.UserError;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@GraphQLApi
public class DelegationMutations {

    private final Granting granting;
    private final Answering answering;
    private final Curtailing curtailing;
    private final Callers callers;

    DelegationMutations(Granting granting, Answering answering, Curtailing curtailing, Callers callers) {
        this.granting = granting;
        this.answering = answering;
        this.curtailing = curtailing;
        this.callers = callers;
    }

    @Mutation
    @Description("Names a person as agent, who then has to accept. For oneself; for a corporation its legal"
            + " representative names one administrator and operators, its administrator names operators. Needs real-name"
            + " level L3. 授予代办授权。 Requires CITIZEN.")
    public Uni<DelegationGrantPayload> delegationGrant(
            @NonNull @Name("input") @Description("What is granted to whom. 授权内容。") DelegationGrantInput input) {
        return told(caller -> granting.grant(caller, input.grant()), DelegationGrantPayload::new);
    }

    @Mutation
    @Description("Accepts what one was named for by one's identity number. Needs real-name level L3. 确认授权。 Requires"
            + " CITIZEN.")
    public Uni<DelegationAcceptPayload> delegationAccept(
            @NonNull @Name("input") @Description("Which one. 授权。") DelegationAcceptInput input) {
        return told(caller -> answering.accept(caller, input), DelegationAcceptPayload::new);
    }

    @Mutation
    @Description("Refuses what one was named for. 拒绝授权。 Requires CITIZEN.")
    public Uni<DelegationRefusePayload> delegationRefuse(
            @NonNull @Name("input") @Description("Which one. 授权。") DelegationRefuseInput input) {
        return told(caller -> answering.refuse(caller, input), DelegationRefusePayload::new);
    }

    @Mutation
    @Description(
            "Makes a delegation less, on the principal's side: fewer items, fewer actions, a shorter time. It counts"
                    + " at once. 缩小授权范围。 Requires CITIZEN.")
    public Uni<DelegationNarrowPayload> delegationNarrow(
            @NonNull @Name("input") @Description("What is left of which one. 保留的授权。") DelegationNarrowInput input) {
        return told(caller -> curtailing.narrow(caller, input, input.less()), DelegationNarrowPayload::new);
    }

    @Mutation
    @Description("Takes a delegation back, on the principal's side. It counts at once, for open subscriptions too."
            + " 撤销授权。 Requires CITIZEN.")
    public Uni<DelegationRevokePayload> delegationRevoke(
            @NonNull @Name("input") @Description("Which one. 授权。") DelegationRevokeInput input) {
        return told(caller -> curtailing.revoke(caller, input), DelegationRevokePayload::new);
    }

    @Mutation
    @Description("Gives back, as the agent, what one had accepted. 解除授权。 Requires CITIZEN.")
    public Uni<DelegationReleasePayload> delegationRelease(
            @NonNull @Name("input") @Description("Which one. 授权。") DelegationReleaseInput input) {
        return told(caller -> answering.release(caller, input), DelegationReleasePayload::new);
    }

    private <P> Uni<P> told(
            Function<Caller, Uni<DelegationView>> work,
            BiFunction<@Nullable DelegationView, List<UserError>, P> payload) {
        Caller caller = callers.current().require(Role.CITIZEN);
        return Outcomes.payload(
                work.apply(caller).map(done -> payload.apply(done, List.of())),
                caller.locale(),
                errors -> payload.apply(null, errors));
    }
}
