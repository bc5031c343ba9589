package cn.onenetwork.identity.delegation;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.DelegatedAction;
import cn.onenetwork.identity.DelegationRole;
import cn.onenetwork.identity.Principal;
import cn.onenetwork.identity.ResidentIdNumber;
import cn.onenetwork.platform.Ids;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UnitOfWork;
import cn.onenetwork.platform.UserErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Grants a delegation: names a person as agent.
///
/// Whether there is such a person is not looked up, so nobody learns it: the answer is the same for every
/// number.
@ApplicationScoped
public class Granting {

    /// Grants that wait for an answer, of one principal.
    private static final long MOST_UNANSWERED = 50;

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Delegations delegations;
    private final DelegationDesk desk;
    private final Mandates mandates;
    private final Clock clock;

    Granting(Delegations delegations, DelegationDesk desk, Mandates mandates, Clock clock) {
        this.delegations = delegations;
        this.desk = desk;
        this.mandates = mandates;
        this.clock = clock;
    }

    /// @throws Problem NOT_DELEGATED, STEP_UP_REQUIRED, FORM_INVALID, ILLEGAL_TRANSITION where the
    ///     corporation has an administrator, TOO_MANY_REQUESTS, IDEMPOTENCY_CONFLICT
    @UnitOfWork
    public Uni<DelegationView> grant(Caller caller, Grant grant) {
        String agent = delegations.hash(number(grant.agentIdNumber()).value());
        return desk.once(
                caller,
                "delegationGrant",
                grant.idempotencyKey(),
                grant.withAgent(agent),
                () -> grantor(caller, grant)
                        .chain(known -> granted(known, Grantor.of(known, grant.onBehalfOf()), agent, grant)));
    }

    private ResidentIdNumber number(String text) {
        return ResidentIdNumber.parse(text, LocalDate.now(clock.withZone(CHINA)))
                .orElseThrow(() -> Problem.variant(UserErrorCode.FORM_INVALID, "agentIdNumber")
                        .at("agentIdNumber"));
    }

    private Uni<Caller> grantor(Caller caller, Grant grant) {
        return grant.onBehalfOf() == null
                ? Uni.createFrom().item(caller)
                : mandates.kept(
                        caller, Principal.corporation(grant.onBehalfOf()).key());
    }

    private Uni<Delegation> granted(Caller caller, Grantor grantor, String agent, Grant grant) {
        DelegationRole role = grantor.role(grant.role());
        if (delegations.hashes(caller).contains(agent)) {
            throw Problem.variant(UserErrorCode.FORM_INVALID, "ownNumber").at("agentIdNumber");
        }
        return room(grantor, role)
                .chain(() -> own(grantor))
                .map(own -> made(caller, grantor, role, agent, grant, own))
                .call(made -> delegations.persist(made))
                .chain(made -> desk.settled(made, made.begun()));
    }

    private Delegation made(
            Caller caller, Grantor grantor, DelegationRole role, String agent, Grant grant, @Nullable Extent own) {
        Instant now = clock.instant();
        return Delegation.granted(Ids.next(now), grantor, role, agent, caller, grant.extent(now), own, now);
    }

    /// Whether there is room for one more.
    private Uni<Void> room(Grantor grantor, DelegationRole role) {
        String principal = grantor.principal().key();
        Uni<Void> vacancy = role == DelegationRole.ADMINISTRATOR
                ? desk.vacancy(principal)
                : Uni.createFrom().voidItem();
        return vacancy.chain(() -> delegations.countOpen(principal))
                .invoke(Granting::refuseMore)
                .replaceWithVoid();
    }

    private static void refuseMore(long open) {
        if (open >= MOST_UNANSWERED) {
            throw Problem.variant(UserErrorCode.TOO_MANY_REQUESTS, "delegations", MOST_UNANSWERED);
        }
    }

    private Uni<@Nullable Extent> own(Grantor grantor) {
        UUID mandate = grantor.mandate();
        return mandate == null
                ? Uni.createFrom().nullItem()
                : delegations
                        .findById(mandate)
                        .map(found -> Objects.requireNonNull(found).extent());
    }

    /// What is granted.
    ///
    /// @param onBehalfOf credit code of the corporation that grants; null for oneself
    /// @param agentIdNumber as it was typed
    /// @param role       null for the usual
    /// @param items      null for all
    /// @param validFrom  null for now
    public record Grant(
            String idempotencyKey,
            @Nullable String onBehalfOf,
            String agentIdNumber,
            @Nullable DelegationRole role,
            @Nullable Set<String> items,
            Set<DelegatedAction> actions,
            @Nullable Instant validFrom,
            Instant validTo) {

        Extent extent(Instant now) {
            return new Extent(items, actions, validFrom == null ? now : validFrom, validTo);
        }

        /// What may be remembered of it: no identity number, and no plain hash of one either.
        Grant withAgent(String hash) {
            return new Grant(idempotencyKey, onBehalfOf, hash, role, items, actions, validFrom, validTo);
        }

        /// Without the number.
        @Override
        public String toString() {
            return "Grant";
        }
    }
}
