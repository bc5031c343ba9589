package cn.onenetwork.privacy;

import cn.onenetwork.cases.CaseStatus;
import cn.onenetwork.cases.ClosureKind;
import cn.onenetwork.cases.Owner;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.IdempotencyKeys;
import cn.onenetwork.platform.Ids;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UnitOfWork;
import cn.onenetwork.platform.UserErrorCode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Erases what a person asks to have erased, and says of everything else why it has to be kept and until when
/// (Personal Information Protection Law art. 47).
@ApplicationScoped
public class Erasing {

    private static final String CASES = """
            select c.id, c.case_no, c.status, c.closure, c.accepted_on is not null, c.closed_at,
                (select max(e.at) from case_event e where e.case_id = c.id)
            from service_case c where c.owner = any(cast(:owners as text[]))
                and (cast(:one as uuid) is null or c.id = cast(:one as uuid)) order by c.id
            """;
    private static final String ELSEWHERE = """
            select (select max(a.at) from access_log a join service_case c on c.id = a.case_id
                where c.owner = any(cast(:owners as text[]))),
                (select max(withdrawn_at) from consent where person = :person),
                exists (select from consent where person = :person)
            """;

    private final RetentionRules rules;
    private final IdempotencyKeys keys;
    private final Clock clock;

    Erasing(RetentionRules rules, IdempotencyKeys keys, Clock clock) {
        this.rules = rules;
        this.keys = keys;
        this.clock = clock;
    }

    /// @param caseId only this case; null for all that is kept of the person, and of the corporation that
    ///     the person represents or administers
    /// @throws Problem NOT_FOUND where there is no such case of theirs
    /// @throws cn.onenetwork.platform.Refusal FORBIDDEN where the caller is no applicant
    @UnitOfWork
    public Uni<List<Erasure>> erase(Caller person, @Nullable String caseId, IdempotencyKeys.Key key) {
        person.require(Role.CITIZEN);
        return keys.once(key, () -> erase(person, caseId), _ -> Ids.next(clock.instant()), _ -> erase(person, caseId));
    }

    private Uni<List<Erasure>> erase(Caller person, @Nullable String caseId) {
        return cases(person, caseId)
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(this::erase)
                        .collect()
                        .asList())
                .chain(done -> caseId == null
                        ? elsewhere(person).map(more -> joined(done, more))
                        : Uni.createFrom().item(done));
    }

    private Uni<Erasure> erase(KeptCase one) {
        RetentionRule rule = rules.of(one.dataClass());
        if (!rule.erasable()) {
            return Uni.createFrom().item(Erasure.refused(one, rule));
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select case_erase(:id, 'REQUESTED', :now)", Boolean.class)
                        .setParameter("id", one.id())
                        .setParameter("now", clock.instant())
                        .getSingleResult())
                .map(gone -> {
                    if (!gone) {
                        throw Problem.of(UserErrorCode.STALE_VERSION).at("caseId");
                    }
                    return Erasure.done(one);
                });
    }

    private static Uni<List<KeptCase>> cases(Caller person, @Nullable String caseId) {
        @Nullable UUID one = uuid(caseId);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CASES, Object[].class)
                        .setParameter("owners", Owner.governed(person).toArray(String[]::new))
                        .setParameter("one", one == null ? null : one.toString())
                        .getResultList())
                .map(rows -> {
                    if (caseId != null && rows.isEmpty()) {
                        throw Problem.of(UserErrorCode.NOT_FOUND).at("caseId");
                    }
                    return rows.stream().map(Erasing::kept).toList();
                });
    }

    private static @Nullable UUID uuid(@Nullable String caseId) {
        try {
            return caseId == null ? null : UUID.fromString(caseId);
        } catch (IllegalArgumentException none) {
            throw Problem.of(UserErrorCode.NOT_FOUND).at("caseId");
        }
    }

    private static KeptCase kept(Object[] row) {
        return new KeptCase(
                (UUID) row[0],
                (String) row[1],
                CaseStatus.valueOf((String) row[2]),
                row[3] == null ? null : ClosureKind.valueOf((String) row[3]),
                (Boolean) row[4],
                java.util.Objects.requireNonNull(instant(row[6])),
                instant(row[5]));
    }

    /// What is kept of the person beside the cases.
    private Uni<List<Erasure>> elsewhere(Caller person) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ELSEWHERE, Object[].class)
                        .setParameter("owners", Owner.governed(person).toArray(String[]::new))
                        .setParameter("person", person.id())
                        .getSingleResult())
                .map(row -> {
                    List<Erasure> kept = new ArrayList<>();
                    if (row[0] != null) {
                        kept.add(Erasure.refused(rules.of(DataClass.ACCESS_LOG), instant(row[0])));
                    }
                    if ((Boolean) row[2]) {
                        kept.add(Erasure.refused(rules.of(DataClass.CONSENT), instant(row[1])));
                    }
                    return kept;
                });
    }

    private static List<Erasure> joined(List<Erasure> some, List<Erasure> more) {
        List<Erasure> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static @Nullable Instant instant(@Nullable Object column) {
        return column == null ? null : ((OffsetDateTime) column).toInstant();
    }
}
