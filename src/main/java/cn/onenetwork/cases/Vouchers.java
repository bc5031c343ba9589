package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.calendar.ShanghaiTime;
import cn.onenetwork.platform.Ids;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.FlushMode;

/// Issues the official vouchers, in the transaction of the event they certify; a voucher is never changed.
@ApplicationScoped
class Vouchers {

    private static final int REGION = 6;

    /// The vouchers that the events of one change issue, numbered, in their order; none for most. To be asked for
    /// before anything of them is written, because the hashes of the events cover them; it writes nothing else of
    /// the session either.
    Uni<List<List<Voucher>>> drawn(List<CaseEvent> events) {
        List<VoucherType> types =
                events.stream().flatMap(event -> VoucherType.of(event).stream()).toList();
        return types.isEmpty()
                ? Uni.createFrom()
                        .item(events.stream().map(_ -> List.<Voucher>of()).toList())
                : next(region(events.getFirst()), day(events.getFirst()).getYear(), types)
                        .map(numbers -> events.stream()
                                .map(event -> numbered(event, numbers))
                                .toList());
    }

    private static List<Voucher> numbered(CaseEvent event, Map<VoucherType, Iterator<Integer>> numbers) {
        LocalDate day = day(event);
        return VoucherType.of(event).stream()
                .map(type -> new Voucher(
                        type,
                        type.number(
                                region(event),
                                day.getYear(),
                                Objects.requireNonNull(numbers.get(type)).next()),
                        day,
                        event.dueOn(),
                        event.content()))
                .toList();
    }

    private static String region(CaseEvent event) {
        return Objects.requireNonNull(event.caseNo(), "a draft gets no voucher").substring(0, REGION);
    }

    private static LocalDate day(CaseEvent event) {
        return ShanghaiTime.dayOf(event.at());
    }

    /// The next numbers of these types, without writing what the session has changed so far: that would count as a
    /// change of its own. Always in the order of the types: two cases wait for each other in one direction only.
    private static Uni<Map<VoucherType, Iterator<Integer>>> next(String region, int year, List<VoucherType> types) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                with drawn as (
                                    select type, cast(count(*) as integer) as many from unnest(cast(:types as text[])) as asked(type)
                                    group by type order by type)
                                insert into voucher_number (region_code, type, year, last)
                                select :region, type, :year, many from drawn order by type
                                on conflict (region_code, type, year) do update set last = voucher_number.last + excluded.last
                                returning type, last
                                """, Object[].class)
                        .setFlushMode(FlushMode.MANUAL)
                        .setParameter("region", region)
                        .setParameter("types", types.stream().map(Enum::name).toArray(String[]::new))
                        .setParameter("year", year)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                Vouchers::type,
                                row -> upTo((Integer) row[1], Collections.frequency(types, type(row))))));
    }

    private static VoucherType type(Object[] row) {
        return VoucherType.valueOf((String) row[0]);
    }

    private static Iterator<Integer> upTo(int last, int many) {
        return IntStream.rangeClosed(last - many + 1, last).iterator();
    }

    /// Writes the vouchers of the events, which must have been appended.
    Uni<Void> issue(List<CaseEvent> events) {
        JsonArray rows = JsonRows.of(
                events.stream()
                        .flatMap(event -> event.vouchers().stream().map(voucher -> row(voucher, event)))
                        .toList(),
                Function.identity());
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery("""
                                        insert into voucher (id, case_id, sequence, type, number, issued_on, due_on, content)
                                        select id, case_id, sequence, type, number, issued_on, due_on, content
                                        from json_populate_recordset(cast(null as voucher), cast(cast(:rows as text) as json))
                                        """)
                                .setParameter("rows", rows.toString())
                                .executeUpdate())
                        .replaceWithVoid();
    }

    private static JsonRows.Row row(Voucher voucher, CaseEvent event) {
        return new JsonRows.Row()
                .set("id", Ids.next(event.at()))
                .set("case_id", event.caseId())
                .set("sequence", event.sequence())
                .set("type", voucher.type())
                .set("number", voucher.number())
                .set("issued_on", voucher.issuedOn())
                .set("due_on", voucher.dueOn())
                .set("content", voucher.content());
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
