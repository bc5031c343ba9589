package cn.onenetwork.enquiry;

import cn.onenetwork.platform.crypto.KeyedHash;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// The query codes of the cases. None is kept: each is reckoned from the id of the case, the generation of its code
/// and a key that the database does not have, so that a copy of the database opens nothing. To be called within a
/// unit of work.
@ApplicationScoped
class QueryCodes {

    private static final String PURPOSE = "enquiry.queryCode";
    private static final int FIRST = 1;

    private final KeyedHash hash;

    QueryCodes(KeyedHash hash) {
        this.hash = hash;
    }

    /// The codes of some cases, as they are told to their owners.
    Uni<Map<UUID, QueryCode>> of(Collection<UUID> cases) {
        return generations(cases)
                .map(found -> cases.stream()
                        .distinct()
                        .collect(Collectors.toMap(
                                id -> id,
                                id -> QueryCode.of(hash.of(PURPOSE, text(id, found.getOrDefault(id, FIRST)))))));
    }

    /// Whether this is the code of the case. While a key is being changed, that of the older key is good as well. It
    /// takes the same time for a case that there is not.
    Uni<Boolean> opens(UUID id, QueryCode code) {
        return generations(List.of(id))
                .map(found -> hash.candidates(PURPOSE, text(id, found.getOrDefault(id, FIRST))).stream()
                        .map(QueryCode::of)
                        .map(code::matches)
                        .reduce(false, Boolean::logicalOr));
    }

    /// Gives the case another code; the one before opens nothing any more.
    Uni<Integer> renew(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into enquiry_code (case_id, generation) values (:id, :second)
                                on conflict (case_id) do update set generation = enquiry_code.generation + 1
                                """)
                        .setParameter("id", id)
                        .setParameter("second", FIRST + 1)
                        .executeUpdate());
    }

    private static Uni<Map<UUID, Integer>> generations(Collection<UUID> cases) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select case_id, generation from enquiry_code where case_id = any(cast(:cases as uuid[]))
                                """, Object[].class)
                        .setParameter("cases", cases.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (Integer) row[1])));
    }

    private static String text(UUID id, int generation) {
        return id + ":" + generation;
    }
}
