package cn.onenetwork.calendar;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// The notices that were imported while the service ran. For use inside a unit of work of the caller.
@ApplicationScoped
class ImportedNotices {

    /// In the order of their years.
    Uni<List<HolidayNotice>> all() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(definition as text) from holiday_notice order by year", String.class)
                        .getResultList())
                .map(definitions ->
                        definitions.stream().map(HolidayNotice::parse).toList());
    }

    Uni<Void> keep(HolidayNotice notice, String definition, String by, Instant at) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into holiday_notice (year, definition, imported_at, imported_by)
                                values (:year, cast(cast(:definition as text) as json), :at, :by)
                                on conflict (year) do update set definition = excluded.definition,
                                    imported_at = excluded.imported_at, imported_by = excluded.imported_by
                                """)
                        .setParameter("year", notice.year())
                        .setParameter("definition", definition)
                        .setParameter("at", at)
                        .setParameter("by", by)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
