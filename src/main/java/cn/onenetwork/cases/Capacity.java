package cn.onenetwork.cases;

import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.CorporateRole;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.identity.DelegatedAction;
import cn.onenetwork.identity.DelegationRole;
import cn.onenetwork.identity.Mandate;
import cn.onenetwork.identity.Principal;
import cn.onenetwork.identity.RealNameLevel;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// In whose name somebody acts on the applicant's side of a case, and by what right.
///
/// @param owner       whose case it is, by the key of the principal
/// @param applicant   who applies, as far as it is known: the caller, or the person whom the caller acts
///     for
/// @param corporation that applies; null for a person
/// @param mandate     by which the caller acts; null where the token gives the right
record Capacity(
        String owner,
        Caller applicant,
        @Nullable Corporation corporation,
        @Nullable Mandate mandate) {

    /// In one's own name, or in that of the corporation of the token.
    static Capacity own(Caller caller, @Nullable Corporation corporation) {
        return new Capacity(Owner.of(caller, corporation).key(), caller, corporation, null);
    }

    /// In what capacity a case is begun: by the named delegation, for the named corporation, or, where none
    /// is named, for the token's; a person with neither acts for himself.
    ///
    /// @param caller     with its mandates
    /// @param onBehalfOf a credit code; null where none is named
    /// @param delegation an id; null where none is named
    /// @throws Problem NOT_DELEGATED
    static Capacity toBegin(Caller caller, @Nullable String onBehalfOf, @Nullable String delegation, String taskCode) {
        if (delegation != null) {
            return granted(
                            caller,
                            taskCode,
                            mandate -> mandate.delegation().toString().equals(delegation))
                    .orElseThrow(() -> Problem.variant(UserErrorCode.NOT_DELEGATED, "delegation")
                            .at("delegationId"));
        }
        Corporation corporation = caller.corporation();
        if (onBehalfOf == null) {
            return own(caller, caller.kind() == AccountKind.LEGAL_PERSON ? corporation : null);
        }
        if (corporation != null && corporation.uscc().equals(onBehalfOf)) {
            return own(caller, corporation);
        }
        Principal principal = Principal.corporation(onBehalfOf);
        return granted(caller, taskCode, mandate -> mandate.principal().equals(principal))
                .orElseThrow(() -> Problem.of(UserErrorCode.NOT_DELEGATED).at("onBehalfOf"));
    }

    private static Optional<Capacity> granted(Caller caller, String taskCode, Predicate<Mandate> which) {
        return caller.mandates().stream()
                .filter(which)
                .filter(mandate -> mandate.covers(mandate.principal().key(), taskCode))
                .filter(mandate -> mandate.allows(DelegatedAction.DRAFT))
                .findFirst()
                .map(mandate -> by(caller, mandate));
    }

    /// In what capacity the caller stands to a case; empty for who does not stand on its applicant's side.
    ///
    /// @param caller with its mandates
    /// @param wished what it wants to do: of several mandates one is taken that allows it
    static Optional<Capacity> in(CaseRecord one, Caller caller, DelegatedAction... wished) {
        if (CaseReach.of(caller).owners().contains(one.owner())) {
            boolean person = Principal.parse(one.owner()).kind() == Principal.Kind.PERSON;
            return Optional.of(own(caller, person ? null : caller.corporation()));
        }
        Stream<Mandate> mandates = caller.mandates().stream()
                .filter(mandate -> mandate.covers(one.owner(), one.itemKey().taskCode()));
        Comparator<Mandate> best = Comparator.comparingLong(
                mandate -> List.of(wished).stream().filter(mandate::allows).count());
        return mandates.max(best).map(mandate -> by(caller, mandate));
    }

    private static Capacity by(Caller agent, Mandate mandate) {
        Principal principal = mandate.principal();
        return principal.kind() == Principal.Kind.PERSON
                ? new Capacity(principal.key(), person(principal, agent), null, mandate)
                : new Capacity(principal.key(), agent, corporation(mandate), mandate);
    }

    private static Corporation corporation(Mandate mandate) {
        return new Corporation(
                mandate.principal().id(),
                mandate.principalName(),
                mandate.role() == DelegationRole.ADMINISTRATOR ? CorporateRole.ADMINISTRATOR : CorporateRole.OPERATOR);
    }

    /// A person whom no token speaks for: registers are asked for this person, not for the agent. What is
    /// known beyond that is only the level, which the person proved to grant a delegation.
    private static Caller person(Principal principal, Caller agent) {
        return new Caller(
                principal.id(), AccountKind.PERSON, "", RealNameLevel.L3, Set.of(), null, null, null, agent.locale());
    }

    /// Whether what was granted lets the caller do this; who acts in the own right may do everything.
    boolean allows(DelegatedAction action) {
        return mandate == null || mandate.allows(action);
    }

    @Nullable
    UUID delegation() {
        return mandate == null ? null : mandate.delegation();
    }
}
