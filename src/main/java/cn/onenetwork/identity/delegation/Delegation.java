package cn.onenetwork.identity.delegation;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.DelegatedAction;
import cn.onenetwork.identity.DelegationRole;
import cn.onenetwork.identity.Mandate;
import cn.onenetwork.identity.Masking;
import cn.onenetwork.identity.Principal;
import cn.onenetwork.identity.RealNameLevel;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A delegation (授权代办): a principal lets a person act for it, in all matters or in some items.
///
/// The principal's side names the agent by the number of the identity card, of which only a keyed hash is
/// kept; who shows that number by a token may accept or refuse, and from then on is known by the provider's
/// id. Both need real-name level L3. What was granted can only become less: whoever wants more grants anew.
/// Time ends it by itself: from `validTo` on it grants nothing, also before anybody has written that down.
@Entity
@Table(name = "delegation")
class Delegation {

    static final RealNameLevel LEVEL = RealNameLevel.L3;

    @Id
    UUID id;

    @Version
    int version = 1;

    String principal;

    @Column(name = "principal_name")
    String principalName;

    @Enumerated(EnumType.STRING)
    DelegationRole role;

    @Column(name = "granted_by")
    String grantedBy;

    @Column(name = "agent_hash")
    String agentHash;

    @Nullable
    String agent;

    @Column(name = "agent_name")
    @Nullable
    String agentName;

    String @Nullable [] items;

    String[] actions;

    @Column(name = "valid_from")
    Instant validFrom;

    @Column(name = "valid_to")
    Instant validTo;

    @Enumerated(EnumType.STRING)
    DelegationStatus status = DelegationStatus.PENDING;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "accepted_at")
    @Nullable
    Instant acceptedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    protected Delegation() {}

    private Delegation(
            UUID id, Grantor grantor, DelegationRole role, String agentHash, Caller by, Extent extent, Instant now) {
        this.id = id;
        this.principal = grantor.principal().key();
        this.principalName = grantor.name();
        this.role = role;
        this.grantedBy = by.id();
        this.agentHash = agentHash;
        this.items = items(extent);
        this.actions = actions(extent);
        this.validFrom = extent.from();
        this.validTo = extent.to();
        this.createdAt = now;
    }

    /// A new one, that waits for its agent.
    ///
    /// @param own what the grantor holds by delegation; null for those who grant in their own right
    /// @throws Problem STEP_UP_REQUIRED; FORM_INVALID for an extent that makes no sense, or is wider than the
    ///     grantor's
    static Delegation granted(
            UUID id,
            Grantor grantor,
            DelegationRole role,
            String agentHash,
            Caller by,
            Extent extent,
            @Nullable Extent own,
            Instant now) {
        requireLevel(by);
        Extent granted = extent.checked(now);
        granted.checkItems(role);
        if (own != null && !granted.within(own)) {
            throw Problem.variant(UserErrorCode.FORM_INVALID, "beyondOwn");
        }
        return new Delegation(id, grantor, role, agentHash, by, granted, now);
    }

    /// The first of its history.
    DelegationChange begun() {
        return new DelegationChange(this, DelegationChange.Kind.GRANTED, grantedBy, createdAt);
    }

    /// @throws Problem ILLEGAL_TRANSITION, STEP_UP_REQUIRED
    DelegationChange accept(Caller person, Instant now) {
        require(DelegationStatus.PENDING, now);
        requireLevel(person);
        answered(person);
        status = DelegationStatus.ACTIVE;
        acceptedAt = now;
        return changed(DelegationChange.Kind.ACCEPTED, person, now);
    }

    /// @throws Problem ILLEGAL_TRANSITION
    DelegationChange refuse(Caller person, Instant now) {
        require(DelegationStatus.PENDING, now);
        answered(person);
        return ended(DelegationStatus.REFUSED, DelegationChange.Kind.REFUSED, person, now);
    }

    /// @throws Problem ILLEGAL_TRANSITION; FORM_INVALID where it would not become less
    DelegationChange narrow(Caller grantor, Extent narrower, Instant now) {
        requireOpen(now);
        narrower.checkItems(role);
        if (!narrower.within(extent()) || !narrower.to().isAfter(now)) {
            throw Problem.variant(UserErrorCode.FORM_INVALID, "wider");
        }
        items = items(narrower);
        actions = actions(narrower);
        validTo = narrower.to();
        return changed(DelegationChange.Kind.NARROWED, grantor, now);
    }

    /// @throws Problem ILLEGAL_TRANSITION
    DelegationChange revoke(Caller grantor, Instant now) {
        requireOpen(now);
        return ended(DelegationStatus.REVOKED, DelegationChange.Kind.REVOKED, grantor, now);
    }

    /// 解除授权 by the agent.
    ///
    /// @throws Problem ILLEGAL_TRANSITION
    DelegationChange release(Caller person, Instant now) {
        require(DelegationStatus.ACTIVE, now);
        return ended(DelegationStatus.RELEASED, DelegationChange.Kind.RELEASED, person, now);
    }

    /// Writes down that its time is over; only where [#status] says so.
    DelegationChange expire(Instant now) {
        if (status == DelegationStatus.EXPIRED || status(now) != DelegationStatus.EXPIRED) {
            throw new IllegalStateException("Its time is not over.");
        }
        return ended(DelegationStatus.EXPIRED, DelegationChange.Kind.EXPIRED, null, now);
    }

    /// Where it stands by the clock, whatever was written down.
    DelegationStatus status(Instant now) {
        return isOpen() && !now.isBefore(validTo) ? DelegationStatus.EXPIRED : status;
    }

    boolean inForce(Instant now) {
        return status(now) == DelegationStatus.ACTIVE && !now.isBefore(validFrom);
    }

    Extent extent() {
        return new Extent(items == null ? null : Set.of(items), delegated(), validFrom, validTo);
    }

    Mandate mandate(Instant now) {
        return new Mandate(
                id,
                Principal.parse(principal),
                principalName,
                role,
                items == null ? null : Set.of(items),
                delegated(),
                inForce(now));
    }

    Set<DelegatedAction> delegated() {
        Set<DelegatedAction> delegated = EnumSet.noneOf(DelegatedAction.class);
        Arrays.stream(actions).map(DelegatedAction::valueOf).forEach(delegated::add);
        return delegated;
    }

    private boolean isOpen() {
        return status == DelegationStatus.PENDING || status == DelegationStatus.ACTIVE;
    }

    private void requireOpen(Instant now) {
        if (!isOpen() || status(now) == DelegationStatus.EXPIRED) {
            throw Problem.of(UserErrorCode.ILLEGAL_TRANSITION, status(now));
        }
    }

    private void require(DelegationStatus expected, Instant now) {
        if (status(now) != expected) {
            throw Problem.of(UserErrorCode.ILLEGAL_TRANSITION, status(now));
        }
    }

    private static void requireLevel(Caller person) {
        if (person.realNameLevel().compareTo(LEVEL) < 0) {
            throw Problem.variant(
                    UserErrorCode.STEP_UP_REQUIRED,
                    "delegation",
                    LEVEL.name(),
                    person.realNameLevel().name());
        }
    }

    private void answered(Caller person) {
        agent = person.id();
        agentName = Masking.name(person.displayName());
    }

    private static String @Nullable [] items(Extent extent) {
        return extent.items() == null ? null : sorted(extent.items());
    }

    private static String[] actions(Extent extent) {
        return sorted(extent.actions().stream().map(Enum::name).toList());
    }

    private static String[] sorted(Collection<String> texts) {
        return new TreeSet<>(texts).toArray(String[]::new);
    }

    private DelegationChange ended(
            DelegationStatus how, DelegationChange.Kind kind, @Nullable Caller person, Instant now) {
        status = how;
        endedAt = now;
        return changed(kind, person, now);
    }

    private DelegationChange changed(DelegationChange.Kind kind, @Nullable Caller person, Instant now) {
        return new DelegationChange(this, kind, person == null ? null : person.id(), now);
    }
}
