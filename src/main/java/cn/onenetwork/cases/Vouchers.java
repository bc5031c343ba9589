package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.platform.Ids;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/// Issues the official vouchers, in the transaction of the event they certify; a voucher is never changed.
@ApplicationScoped
class Vouchers implements CaseEventHandler {

    private static final int REGION = 6;

    @Override
    public Uni<Void> on(CaseEvent event) {
        return Multi.createFrom()
                .iterable(VoucherType.of(event))
                .onItem()
                .transformToUniAndConcatenate(type -> issue(type, event))
                .collect()
                .last();
    }

    private Uni<Void> issue(VoucherType type, CaseEvent event) {
        String region = Objects.requireNonNull(event.caseNo(), "a draft gets no voucher")
                .substring(0, REGION);
        LocalDate day = ShanghaiTime.dayOf(event.at());
        return next(region, type, day.getYear())
                .map(sequence -> type.number(region, day.getYear(), sequence))
                .chain(number -> insert(type, event, number, day))
                .replaceWithVoid();
    }

    private static Uni<Integer> next(String region, VoucherType type, int year) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into voucher_number (region_code, type, year, last) values (:region, :type, :year, 1)
                                on conflict (region_code, type, year) do update set last = voucher_number.last + 1
                                returning last
                                """, Integer.class)
                        .setParameter("region", region)
                        .setParameter("type", type.name())
                        .setParameter("year", year)
                        .getSingleResult());
    }

    private static Uni<Integer> insert(VoucherType type, CaseEvent event, String number, LocalDate day) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into voucher (id, case_id, sequence, type, number, issued_on, due_on, content)
                                values (:id, :case, :sequence, :type, :number, :day, :due, cast(cast(:content as text) as jsonb))
                                """)
                        .setParameter("id", Ids.next(event.at()))
                        .setParameter("case", event.caseId())
                        .setParameter("sequence", event.sequence())
                        .setParameter("type", type.name())
                        .setParameter("number", number)
                        .setParameter("day", day)
                        .setParameter("due", event.dueOn())
                        .setParameter("content", event.content().toString())
                        .executeUpdate());
    }

    /// The vouchers of some cases, each in the order of their events.
    Uni<Map<UUID, List<VoucherView>>> of(List<UUID> caseIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select case_id, id, type, number, issued_on, due_on, cast(content as text), sequence
                                from voucher where case_id = any(cast(:cases as uuid[])) order by case_id, sequence, type
                                """, Object[].class)
                        .setParameter("cases", caseIds.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> (UUID) row[0], Collectors.mapping(Vouchers::view, Collectors.toList()))));
    }

    private static VoucherView view(Object[] row) {
        return new VoucherView(
                row[1].toString(),
                VoucherType.valueOf((String) row[2]),
                (String) row[3],
                (LocalDate) row[4],
                (LocalDate) row[5],
                JSON.createReader(new StringReader((String) row[6])).readObject(),
                (Integer) row[7]);
    }
}
