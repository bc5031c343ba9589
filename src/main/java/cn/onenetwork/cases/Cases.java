package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Page;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All cases. Every way to one asks who is looking: what is not the caller's to see does not exist.
@ApplicationScoped
class Cases implements PanacheRepositoryBase<ServiceCase, UUID> {

    private static final String CURSOR = "case";

    /// The case, locked until the unit of work ends, so that two who act on it act one after the other. A case that
    /// is not the caller's to see is not locked either: nobody waits for it, and it waits for nobody.
    ///
    /// @param field what the id is called in the input
    /// @throws Problem NOT_FOUND where there is none, or not for this caller
    Uni<ServiceCase> require(String id, String field, Caller caller) {
        return uuid(id).map(known -> find(
                                "from ServiceCase c where c.id = :id and " + CaseAccess.visible(caller),
                                parameters(CaseAccess.parameters(caller)).and("id", known))
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .<ServiceCase>firstResult())
                .orElseGet(() -> Uni.createFrom().nullItem())
                .map(found -> {
                    if (found == null) {
                        throw Problem.of(UserErrorCode.NOT_FOUND).at(field);
                    }
                    return found;
                });
    }

    /// The case, locked until the unit of work ends, for what the system does by itself.
    Uni<ServiceCase> locked(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .<ServiceCase>firstResult()
                .map(java.util.Objects::requireNonNull);
    }

    /// The case as this caller may see it; null where there is none.
    Uni<@Nullable ServiceCase> visible(UUID id, Caller caller) {
        return visible("c.id = :key", id, caller);
    }

    Uni<@Nullable ServiceCase> visible(CaseNumber number, Caller caller) {
        return visible("c.caseNo = :key", number.value(), caller);
    }

    private Uni<@Nullable ServiceCase> visible(String condition, Object key, Caller caller) {
        return find(
                        "from ServiceCase c where " + condition + " and " + CaseAccess.visible(caller),
                        parameters(CaseAccess.parameters(caller)).and("key", key))
                .firstResult();
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

    /// The applicant's own cases, newest first.
    Uni<List<ServiceCase>> owned(Caller caller, Collection<CaseStatus> statuses, Page.Request page) {
        UUID before = page.key(CURSOR, keys -> UUID.fromString(keys.getFirst()));
        Parameters parameters = parameters(CaseAccess.owners(caller));
        return find(
                        "from ServiceCase c where " + CaseAccess.own(caller) + " and " + CaseAccess.among(statuses)
                                + (before == null ? "" : " and c.id < :before") + " order by c.id desc",
                        before == null ? parameters : parameters.and("before", before))
                .range(0, page.first())
                .list();
    }

    Uni<Long> countOwned(Caller caller, Collection<CaseStatus> statuses) {
        return count(
                "from ServiceCase c where " + CaseAccess.own(caller) + " and " + CaseAccess.among(statuses),
                parameters(CaseAccess.owners(caller)));
    }

    static String cursor(UUID id) {
        return new cn.onenetwork.platform.Cursor(CURSOR, id).encoded();
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
