package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.identity.delegation.Mandates;
import cn.onenetwork.platform.Cursor;
import cn.onenetwork.platform.Page;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All cases. Every way to one asks who is looking: what is not the caller's to see does not exist.
@ApplicationScoped
class Cases implements PanacheRepositoryBase<ServiceCase, UUID> {

    private static final String CURSOR = "case";
    private static final String OWNED = "from ServiceCase c where ";

    private final Mandates mandates;

    Cases(Mandates mandates) {
        this.mandates = mandates;
    }

    /// The case, locked until the unit of work ends, so that two who act on it act one after the other. So is the
    /// delegation by which the caller acts: what takes it back waits, or was there first. A case that is not the
    /// caller's to see is not locked: nobody waits for it, and it waits for nobody.
    ///
    /// @param field what the id is called in the input
    /// @throws Problem NOT_FOUND where there is none, or not for this caller
    Uni<CaseAtHand> require(String id, String field, Caller caller) {
        return uuid(id).map(known ->
                        sought("c.id = :key", known, caller, query -> query.withLock(LockModeType.PESSIMISTIC_WRITE)))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .chain(seen -> seen == null ? Uni.createFrom().nullItem() : kept(seen.found(), caller))
                .map(known -> {
                    if (known == null || !CaseAccess.mayRead(known.caller(), known.found())) {
                        throw Problem.of(UserErrorCode.NOT_FOUND).at(field);
                    }
                    return known;
                });
    }

    /// Whom the token gives the right needs no mandate; for staff they are ties.
    private Uni<CaseAtHand> kept(ServiceCase found, Caller caller) {
        Uni<Caller> known = CaseReach.of(caller).owners().contains(found.owner())
                ? Uni.createFrom().item(caller)
                : mandates.kept(caller, found.owner()).chain(held -> tied(held, List.of(found)));
        return known.map(held -> new CaseAtHand(found, held));
    }

    private Uni<Caller> tied(Caller caller, Collection<ServiceCase> found) {
        return worksThere(caller)
                ? mandates.ties(caller, found.stream().map(ServiceCase::owner).collect(Collectors.toSet()))
                : Uni.createFrom().item(caller);
    }

    private static boolean worksThere(Caller caller) {
        return caller.hasAny(Role.OFFICER, Role.REVIEWER, Role.SUPERVISOR);
    }

    /// What a query has found for the caller, with the ties that staff have to it.
    Uni<List<CaseAtHand>> atHand(List<ServiceCase> found, Caller caller) {
        return tied(caller, found)
                .map(held ->
                        found.stream().map(one -> new CaseAtHand(one, held)).toList());
    }

    /// The case, locked until the unit of work ends, for what the system does by itself.
    Uni<ServiceCase> locked(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .<ServiceCase>firstResult()
                .map(Objects::requireNonNull);
    }

    /// The case as this caller may see it; null where there is none.
    Uni<@Nullable CaseAtHand> visible(UUID id, Caller caller) {
        return visible("c.id = :key", id, caller);
    }

    Uni<@Nullable CaseAtHand> visible(CaseNumber number, Caller caller) {
        return visible("c.caseNo = :key", number.value(), caller);
    }

    private Uni<@Nullable CaseAtHand> visible(String condition, Object key, Caller caller) {
        return sought(condition, key, caller, UnaryOperator.identity())
                .chain(seen -> seen == null
                        ? Uni.createFrom().nullItem()
                        : atHand(List.of(seen.found()), seen.caller()).map(List::getFirst));
    }

    /// Most people look at what is theirs by the token: only where it is not, their mandates are read. Who works for
    /// the administration may have ties as well, and is looked up with all of them at once.
    private Uni<@Nullable CaseAtHand> sought(
            String condition, Object key, Caller caller, UnaryOperator<PanacheQuery<ServiceCase>> how) {
        Uni<@Nullable CaseAtHand> own = caller.has(Role.CITIZEN) && !worksThere(caller)
                ? found(condition, key, CaseAccess.mine(caller), caller, how)
                : Uni.createFrom().nullItem();
        return own.chain(one -> one == null
                ? mandated(condition, key, caller, how)
                : Uni.createFrom().item(one));
    }

    private Uni<@Nullable CaseAtHand> mandated(
            String condition, Object key, Caller caller, UnaryOperator<PanacheQuery<ServiceCase>> how) {
        return mandates.of(caller).chain(held -> found(condition, key, CaseAccess.visible(held), held, how));
    }

    private Uni<@Nullable CaseAtHand> found(
            String condition,
            Object key,
            CaseAccess.Condition access,
            Caller held,
            UnaryOperator<PanacheQuery<ServiceCase>> how) {
        return how.apply(find(
                        "from ServiceCase c where " + condition + " and " + access.text(),
                        parameters(access.parameters()).and("key", key)))
                .<ServiceCase>firstResult()
                .map(one -> one == null ? null : new CaseAtHand(one, held));
    }

    /// The case, locked, if it is due today and nobody else holds it; null otherwise.
    Uni<@Nullable ServiceCase> lockDue(UUID id, LocalDate today) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select * from service_case where id = :id and wake_on <= :today for update skip locked",
                                ServiceCase.class)
                        .setParameter("id", id)
                        .setParameter("today", today)
                        .getSingleResultOrNull());
    }

    /// The case, locked, if its due day is provisional and nobody else holds it; null otherwise.
    Uni<@Nullable ServiceCase> lockProvisional(UUID id) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select * from service_case where id = :id and provisional for update skip locked",
                                ServiceCase.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull());
    }

    /// The cases of the applicant's side, newest first.
    Uni<List<CaseAtHand>> owned(Caller caller, Collection<CaseStatus> statuses, Page.Request page) {
        UUID before = page.key(CURSOR, keys -> UUID.fromString(keys.getFirst()));
        String further = (before == null ? "" : " and c.id < :before") + " order by c.id desc";
        return mandates.of(caller).chain(held -> {
            CaseAccess.Condition mine = CaseAccess.mine(held);
            Parameters parameters = parameters(mine.parameters());
            return find(
                            OWNED + CaseAccess.among(statuses) + " and " + mine.text() + further,
                            before == null ? parameters : parameters.and("before", before))
                    .range(0, page.first())
                    .<ServiceCase>list()
                    .chain(found -> atHand(found, held));
        });
    }

    Uni<Long> countOwned(Caller caller, Collection<CaseStatus> statuses) {
        return mandates.of(caller)
                .map(CaseAccess::mine)
                .chain(mine -> count(
                        OWNED + CaseAccess.among(statuses) + " and " + mine.text(), parameters(mine.parameters())));
    }

    static String cursor(UUID id) {
        return new Cursor(CURSOR, id).encoded();
    }

    /// Clients send ids back as they got them; anything else is no id of ours.
    static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    static Parameters parameters(Map<String, Object> values) {
        Parameters parameters = new Parameters();
        values.forEach(parameters::and);
        return parameters;
    }
}
