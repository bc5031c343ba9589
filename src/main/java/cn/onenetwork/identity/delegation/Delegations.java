package cn.onenetwork.identity.delegation;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.DelegationRole;
import cn.onenetwork.identity.Principal;
import cn.onenetwork.platform.Cursor;
import cn.onenetwork.platform.Page;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import cn.onenetwork.platform.crypto.KeyedHash;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All delegations.
@ApplicationScoped
class Delegations implements PanacheRepositoryBase<Delegation, UUID> {

    private static final String CURSOR = "delegation";
    private static final String PURPOSE = "delegation.agent";

    private final KeyedHash hash;

    Delegations(KeyedHash hash) {
        this.hash = hash;
    }

    /// Under what a person is named.
    String hash(String idNumber) {
        return hash.of(PURPOSE, idNumber);
    }

    /// Under what this person may have been named; none where the provider does not tell the number.
    List<String> hashes(Caller person) {
        return person.idNumber() == null
                ? List.of()
                : hash.candidates(PURPOSE, person.idNumber().value());
    }

    /// A delegation that concerns the caller, locked until the unit of work ends.
    ///
    /// @throws Problem NOT_FOUND where there is none, or it does not
    Uni<Delegation> require(String id, Predicate<Delegation> concerns) {
        return uuid(id).map(known -> find("id", known)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .<Delegation>firstResult())
                .orElseGet(() -> Uni.createFrom().nullItem())
                .map(found -> {
                    if (found == null || !concerns.test(found)) {
                        throw Problem.of(UserErrorCode.NOT_FOUND).at("id");
                    }
                    return found;
                });
    }

    /// Whether the person is the agent, or may become it.
    boolean isFor(Delegation one, Caller person) {
        return one.agent == null ? hashes(person).contains(one.agentHash) : one.agent.equals(person.id());
    }

    /// What the person holds now. Not as entities: a later lock reads them afresh.
    Uni<List<Held>> inForce(String agent, Instant now) {
        return find(
                        "select d.id, d.principal, d.principalName, d.role, d.items, d.actions from Delegation d"
                                + " where d.agent = :agent and d.status = :active and d.validFrom <= :now"
                                + " and d.validTo > :now order by d.id",
                        Parameters.with("agent", agent)
                                .and("active", DelegationStatus.ACTIVE)
                                .and("now", now))
                .project(Held.class)
                .list();
    }

    Uni<Long> countInForce(String agent, Instant now) {
        return count("agent = ?1 and status = ?2 and validTo > ?3", agent, DelegationStatus.ACTIVE, now);
    }

    /// What the person holds of one principal now, kept from ending until the unit of work does.
    Uni<List<Delegation>> keptInForce(String agent, String principal, Instant now) {
        return find(
                        "agent = :agent and principal = :principal and status = :active"
                                + " and validFrom <= :now and validTo > :now order by id",
                        Parameters.with("agent", agent)
                                .and("principal", principal)
                                .and("active", DelegationStatus.ACTIVE)
                                .and("now", now))
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
    }

    /// The same of one delegation: it alone, or none.
    Uni<List<Delegation>> keptById(UUID id, String agent, Instant now) {
        return find(
                        "id = :id and agent = :agent and status = :active and validFrom <= :now and validTo > :now",
                        Parameters.with("id", id)
                                .and("agent", agent)
                                .and("active", DelegationStatus.ACTIVE)
                                .and("now", now))
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
    }

    /// What the person has ever accepted of some principals.
    Uni<List<Delegation>> everOf(String agent, Collection<String> principals) {
        return list(
                "agent = :agent and principal in (:principals) and acceptedAt is not null order by id",
                Parameters.with("agent", agent).and("principals", principals));
    }

    /// Who appoints or accepts an administrator of a corporation does so alone until the unit of work ends.
    Uni<List<Delegation>> administratorsAlone(String principal) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select cast(1 as integer) from (
                                    select pg_advisory_xact_lock(hashtextextended(:principal, 8))) alone
                                """, Integer.class)
                        .setParameter("principal", principal)
                        .getSingleResult())
                .chain(() -> find(
                                "principal = ?1 and role = ?2 and status = ?3",
                                principal,
                                DelegationRole.ADMINISTRATOR,
                                DelegationStatus.ACTIVE)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list());
    }

    Uni<Long> countOpen(String principal) {
        return count("principal = ?1 and status = ?2", principal, DelegationStatus.PENDING);
    }

    /// Those whose time is over and where nobody has written it down, some at a time.
    Uni<List<Delegation>> due(Instant now, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select * from delegation where status in ('PENDING', 'ACTIVE') and valid_to <= :now
                                order by valid_to limit :most for update skip locked
                                """, Delegation.class)
                        .setParameter("now", now)
                        .setParameter("most", most)
                        .getResultList());
    }

    /// What the caller's side granted, newest first and one row longer than asked for.
    Uni<List<Delegation>> granted(Collection<Principal> principals, Page.Request page) {
        return page("d.principal in (:keys)", parameters(principals), page);
    }

    Uni<Long> countGranted(Collection<Principal> principals) {
        return count("from Delegation d where d.principal in (:keys)", parameters(principals));
    }

    /// What was granted to the person, newest first and one row longer than asked for.
    Uni<List<Delegation>> held(Caller person, Page.Request page) {
        return page(HELD, parameters(person), page);
    }

    Uni<Long> countHeld(Caller person) {
        return count("from Delegation d where " + HELD, parameters(person));
    }

    private static final String HELD = "(d.agent = :agent or d.agent is null and d.agentHash in (:hashes)"
            + " and d.status = cn.onenetwork.identity.delegation.DelegationStatus.PENDING)";

    private static Parameters parameters(Collection<Principal> principals) {
        return Parameters.with("keys", principals.stream().map(Principal::key).toList());
    }

    private Parameters parameters(Caller person) {
        return Parameters.with("agent", person.id()).and("hashes", hashes(person));
    }

    private Uni<List<Delegation>> page(String condition, Parameters parameters, Page.Request page) {
        @Nullable UUID before = page.key(CURSOR, keys -> UUID.fromString(keys.getFirst()));
        return find(
                        "from Delegation d where " + condition + (before == null ? "" : " and d.id < :before")
                                + " order by d.id desc",
                        before == null ? parameters : parameters.and("before", before))
                .range(0, page.first())
                .list();
    }

    static String cursor(String id) {
        return new Cursor(CURSOR, id).encoded();
    }

    static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }
}
