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
import org.hibernate.FlushMode;

/// Issues the official vouchers, in the transaction of the event they certify; a voucher is never changed.
@ApplicationScoped
class Vouchers implements CaseEventHandler {

    private static final int REGION = 6;

    /// The vouchers that the events issue, numbered, in their order; none for most. To be asked for before anything of
    /// them is written, because the hashes of the events cover them; it writes nothing else of the session either.
    Uni<List<List<Voucher>>> drawn(List<CaseEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(Vouchers::drawn)
                .collect()
                .asList();
    }

    private static Uni<List<Voucher>> drawn(CaseEvent event) {
        return Multi.createFrom()
                .iterable(VoucherType.of(event))
                .onItem()
                .transformToUniAndConcatenate(type -> drawn(type, event))
                .collect()
                .asList();
    }

    private static Uni<Voucher> drawn(VoucherType type, CaseEvent event) {
        String region = Objects.requireNonNull(event.caseNo(), "a draft gets no voucher")
                .substring(0, REGION);
        LocalDate day = ShanghaiTime.dayOf(event.at());
        return next(region, type, day.getYear())
                .map(sequence -> new Voucher(
                        type, type.number(region, day.getYear(), sequence), day, event.dueOn(), event.content()));
    }

    /// Without writing what the session has changed so far: that would count as a change of its own.
    private static Uni<Integer> next(String region, VoucherType type, int year) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into voucher_number (region_code, type, year, last) values (:region, :type, :year, 1)
                                on conflict (region_code, type, year) do update set last = voucher_number.last + 1
                                returning last
                                """, Integer.class)
                        .setFlushMode(FlushMode.MANUAL)
                        .setParameter("region", region)
                        .setParameter("type", type.name())
                        .setParameter("year", year)
                        .getSingleResult());
    }

    @Override
    public Uni<Void> on(CaseEvent event) {
        return Multi.createFrom()
                .iterable(event.vouchers())
                .onItem()
                .transformToUniAndConcatenate(voucher -> insert(voucher, event))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Integer> insert(Voucher voucher, CaseEvent event) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into voucher (id, case_id, sequence, type, number, issued_on, due_on, content)
                                values (:id, :case, :sequence, :type, :number, :day, :due, cast(cast(:content as text) as jsonb))
                                """)
                        .setParameter("id", Ids.next(event.at()))
                        .setParameter("case", event.caseId())
                        .setParameter("sequence", event.sequence())
                        .setParameter("type", voucher.type().name())
                        .setParameter("number", voucher.number())
                        .setParameter("day", voucher.issuedOn())
                        .setParameter("due", voucher.dueOn())
                        .setParameter("content", voucher.content().toString())
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
