package cn.onenetwork.privacy;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import cn.onenetwork.platform.crypto.Crypto;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All requests for corrections. To be used within a unit of work.
@ApplicationScoped
class Corrections {

    private static final int MOST = 100;

    private static final String SELECT = """
            select r.id, r.case_id, c.case_no, cast(r.wish as text), r.wish_sealed, r.state, r.reason, r.asked_at,
                r.decided_at, r.grounds, r.tenant_id
            from correction r join service_case c on c.id = r.case_id
            """;

    private final Crypto crypto;
    private final SealedWishes wishes;
    private final Clock clock;

    Corrections(Crypto crypto, SealedWishes wishes, Clock clock) {
        this.crypto = crypto;
        this.wishes = wishes;
        this.clock = clock;
    }

    Uni<UUID> add(UUID id, Caller person, UUID caseId, String tenant, JsonObject answers, @Nullable String reason) {
        byte[] sealed = crypto.seal(answers.toString().getBytes(StandardCharsets.UTF_8), wishes.context(id));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into correction (id, case_id, tenant_id, person, wish_sealed, wish_key, state, reason,
                                    asked_at)
                                values (:id, :case, :tenant, :person, :sealed, :key, 'OPEN', :reason, :now)
                                """)
                        .setParameter("id", id)
                        .setParameter("case", caseId)
                        .setParameter("tenant", tenant)
                        .setParameter("person", person.id())
                        .setParameter("sealed", sealed)
                        .setParameter("key", crypto.keyOf(sealed))
                        .setParameter("reason", reason)
                        .setParameter("now", clock.instant())
                        .executeUpdate())
                .replaceWith(id);
    }

    /// Of the cases of these owners, newest first.
    Uni<List<Correction>> of(Set<String> owners) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                SELECT + "where c.owner = any(cast(:owners as text[])) order by r.id desc limit :most",
                                Object[].class)
                        .setParameter("owners", owners.toArray(String[]::new))
                        .setParameter("most", MOST)
                        .getResultList())
                .map(rows -> rows.stream().map(this::correction).toList());
    }

    /// Those that wait for the officers of a tenant, oldest first.
    Uni<List<Correction>> open(String tenant) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                SELECT + "where r.tenant_id = :tenant and r.state = 'OPEN' order by r.id limit :most",
                                Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("most", MOST)
                        .getResultList())
                .map(rows -> rows.stream().map(this::correction).toList());
    }

    /// The request, locked.
    ///
    /// @throws Problem NOT_FOUND where there is none in this tenant
    Uni<Correction> require(UUID id, String tenant) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                SELECT + "where r.id = :id and r.tenant_id = :tenant for update of r", Object[].class)
                        .setParameter("id", id)
                        .setParameter("tenant", tenant)
                        .getSingleResultOrNull())
                .map(row -> {
                    if (row == null) {
                        throw Problem.of(UserErrorCode.NOT_FOUND).at("correctionId");
                    }
                    return correction(row);
                });
    }

    Uni<Correction> byId(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SELECT + "where r.id = :id", Object[].class)
                        .setParameter("id", id)
                        .getSingleResult())
                .map(this::correction);
    }

    Uni<Integer> decide(UUID id, CorrectionState state, Caller officer, @Nullable String grounds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update correction set state = :state, decided_by = :by, decided_at = :now, grounds = :grounds
                                where id = :id
                                """)
                        .setParameter("state", state.name())
                        .setParameter("by", officer.id())
                        .setParameter("now", clock.instant())
                        .setParameter("grounds", grounds)
                        .setParameter("id", id)
                        .executeUpdate());
    }

    private Correction correction(Object[] row) {
        UUID id = (UUID) row[0];
        return new Correction(
                id.toString(),
                row[1].toString(),
                (String) row[2],
                wish(id, (String) row[3], (byte[]) row[4]),
                CorrectionState.valueOf((String) row[5]),
                (String) row[6],
                Objects.requireNonNull(instant(row[7])),
                instant(row[8]),
                (String) row[9]);
    }

    /// A change of keys may have found it in plain.
    private JsonObject wish(UUID id, @Nullable String plain, byte @Nullable [] sealed) {
        String text = sealed == null
                ? Objects.requireNonNull(plain)
                : new String(crypto.open(sealed, wishes.context(id)), StandardCharsets.UTF_8);
        return JSON.createReader(new StringReader(text)).readObject();
    }

    private static @Nullable Instant instant(@Nullable Object column) {
        return column == null ? null : ((OffsetDateTime) column).toInstant();
    }
}
