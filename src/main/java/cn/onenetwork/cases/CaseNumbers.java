package cn.onenetwork.cases;

import cn.onenetwork.catalogue.Tenant;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/// Hands out case numbers, one after the other per tenant and day. The sequence comes from the database, never
/// from a clock: a clock cannot tell two pods apart.
@ApplicationScoped
class CaseNumbers {

    Uni<CaseNumber> next(Tenant tenant, LocalDate day) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into case_number (tenant_id, day, last) values (:tenant, :day, 1)
                                on conflict (tenant_id, day) do update set last = case_number.last + 1
                                returning last
                                """, Integer.class)
                        .setParameter("tenant", tenant.id())
                        .setParameter("day", day)
                        .getSingleResult())
                .map(sequence -> CaseNumber.of(tenant.regionCode(), day, sequence));
    }
}
