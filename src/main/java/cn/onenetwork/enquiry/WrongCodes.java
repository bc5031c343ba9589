package cn.onenetwork.enquiry;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The wrong codes of all case numbers and askers, as every pod knows them. To be called within a unit of work.
@ApplicationScoped
class WrongCodes implements PanacheRepositoryBase<TriesRecord, String> {

    /// The rows of some subjects, made where there are none; locked in this order until the unit of work ends, so
    /// that those who ask at once are counted one after the other.
    Uni<Map<String, TriesRecord>> asked(List<String> subjects, Instant now) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into enquiry_tries (subject, asked_at)
                                select subject, :now from unnest(cast(:subjects as text[])) as subject
                                on conflict (subject) do update set asked_at = excluded.asked_at
                                """)
                        .setParameter("subjects", subjects.toArray(String[]::new))
                        .setParameter("now", now)
                        .executeUpdate())
                .chain(() -> list("subject in ?1", subjects))
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.subject, row -> row)));
    }

    /// The row of a number, locked until the unit of work ends; null where nobody asked for it.
    Uni<@Nullable TriesRecord> locked(String caseNo) {
        return find("subject", TriesRecord.ofNumber(caseNo))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /// What was counted for some case numbers; none for those that nobody asked for.
    Uni<Map<String, Tries>> of(Collection<String> caseNos) {
        Map<String, String> numbers =
                caseNos.stream().distinct().collect(Collectors.toMap(TriesRecord::ofNumber, no -> no));
        return list("subject in ?1", numbers.keySet())
                .map(rows ->
                        rows.stream().collect(Collectors.toMap(row -> numbers.get(row.subject), TriesRecord::tries)));
    }

    /// Forgets who asked for a number, and who opened it.
    Uni<Integer> forgetAskers(String caseNo) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from enquiry_tries where subject like :askers and subject <> :number")
                        .setParameter("askers", TriesRecord.ofNumber(caseNo) + "%")
                        .setParameter("number", TriesRecord.ofNumber(caseNo))
                        .executeUpdate());
    }

    /// How many wrong codes there were in this minute, over all numbers.
    Uni<Integer> inMinute(Instant minute) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select coalesce(max(wrong), 0) from enquiry_minute where minute = :minute",
                                Integer.class)
                        .setParameter("minute", minute)
                        .getSingleResult());
    }

    /// One more in this minute. To be called last: until the unit of work ends, nobody else can add one.
    Uni<Integer> addTo(Instant minute) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into enquiry_minute (minute, wrong) values (:minute, 1)
                                on conflict (minute) do update set wrong = enquiry_minute.wrong + 1
                                """)
                        .setParameter("minute", minute)
                        .executeUpdate());
    }

    /// Forgets what nobody needs any more; returns how many rows.
    ///
    /// @param counting   how long a wrong code counts or locks
    /// @param remembered how long what lasts is kept
    Uni<Integer> forget(Instant now, Duration counting, Duration remembered) {
        return getSession()
                .chain(session -> session.createNativeQuery("delete from enquiry_minute where minute < :before")
                        .setParameter("before", now.minus(counting))
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery("delete from enquiry_tries"
                                        + " where asked_at < :long or not lasting and asked_at < :short")
                                .setParameter("long", now.minus(remembered))
                                .setParameter("short", now.minus(counting))
                                .executeUpdate()));
    }
}
