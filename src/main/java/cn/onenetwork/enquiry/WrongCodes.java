package cn.onenetwork.enquiry;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The wrong codes of all case numbers, as every pod knows them. To be called within a unit of work.
@ApplicationScoped
class WrongCodes implements PanacheRepositoryBase<TriesRecord, String> {

    /// A number that no case has is of no interest once a lock would be over.
    private static final Duration UNKNOWN = Duration.ofHours(1);

    /// The row of a number, whether a case has it or not; locked until the unit of work ends, so that two who ask at
    /// once are counted one after the other.
    Uni<TriesRecord> asked(String caseNo, Instant now) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into enquiry_tries (case_no, asked_at) values (:number, :now)
                                on conflict (case_no) do update set asked_at = excluded.asked_at
                                """)
                        .setParameter("number", caseNo)
                        .setParameter("now", now)
                        .executeUpdate())
                .chain(() -> findById(caseNo))
                .map(Objects::requireNonNull);
    }

    /// The row of a number, locked until the unit of work ends; null where nobody asked for it.
    Uni<@Nullable TriesRecord> locked(String caseNo) {
        return find("caseNo", caseNo).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    /// The rows of some case numbers; none for those that nobody asked for.
    Uni<List<TriesRecord>> of(Collection<String> caseNos) {
        return list("caseNo in ?1", caseNos);
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

    /// Forgets what nobody needs any more; returns how many numbers.
    Uni<Integer> forget(Instant now, Duration remembered) {
        return getSession()
                .chain(session -> session.createNativeQuery("delete from enquiry_minute where minute < :before")
                        .setParameter("before", now.minus(UNKNOWN))
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery("delete from enquiry_tries"
                                        + " where asked_at < :long or not known and asked_at < :short")
                                .setParameter("long", now.minus(remembered))
                                .setParameter("short", now.minus(UNKNOWN))
                                .executeUpdate()));
    }
}
