package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Page;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The journal: one row per event, in the transaction of the change itself.
///
/// It is the timeline that applicants read, the audit, the outbox and what subscriptions replay, all at once;
/// so there is nothing to keep in step. A trigger of the table wakes the listeners at commit.
@ApplicationScoped
class CaseJournal implements PanacheRepositoryBase<JournalEntry, Long> {

    static final String CURSOR = "event";

    /// The columns of [JournalEntry]: Hibernate Reactive stumbles over a native row with one that it does not know.
    private static final String MAPPED = "id, recorded_xid, settled_xid, " + JournalSql.WRITTEN;

    private static final Set<CaseEventKind> STEPS_IN_PLACE = Set.of(CaseEventKind.EXTENDED, CaseEventKind.DELIVERED);

    private final List<CaseEventHandler> handlers;
    private final Vouchers vouchers;

    CaseJournal(@All List<CaseEventHandler> handlers, Vouchers vouchers) {
        this.handlers = handlers;
        this.vouchers = vouchers;
    }

    /// Numbers the vouchers of the events, chains both, appends them in their order and tells the rooms that
    /// follow, one after the other.
    Uni<Void> record(ServiceCase changed, List<CaseEvent> events) {
        return vouchers.drawn(events)
                .map(issued -> changed.certified(events, issued))
                .chain(certified ->
                        append(certified).chain(() -> vouchers.issue(certified)).chain(() -> tell(certified)));
    }

    private Uni<Integer> append(List<CaseEvent> events) {
        return getSession()
                .chain(session -> session.createNativeQuery(JournalSql.APPEND)
                        .setParameter(
                                "rows", JsonRows.of(events, CaseJournal::row).toString())
                        .executeUpdate());
    }

    private static JsonRows.Row row(CaseEvent event) {
        return new JsonRows.Row()
                .set("case_id", event.caseId())
                .set("case_no", event.caseNo())
                .set("sequence", event.sequence())
                .set("kind", event.kind())
                .set("from_status", event.from())
                .set("to_status", event.to())
                .set("at", event.at())
                .set("actor", event.actor())
                .set("actor_id", event.actorId())
                .set("note", event.note())
                .set("due_on", event.dueOn())
                .set("clock", event.clock())
                .set("prev_hash", event.previousHash())
                .set("hash", event.hash())
                .set("voucher_digest", VoucherDigest.of(event.vouchers()))
                .set("principal", event.principal())
                .set("delegation_id", event.delegation());
    }

    private Uni<Void> tell(List<CaseEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(this::tell)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> tell(CaseEvent event) {
        return Multi.createFrom()
                .iterable(handlers)
                .onItem()
                .transformToUniAndConcatenate(handler -> handler.on(event))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /// When the last event of the case happened; null where there is none.
    Uni<@Nullable Instant> lastAt(ServiceCase found) {
        return getSession()
                .chain(session -> session.createQuery(
                                "select e.at from JournalEntry e where e.caseId = :id and e.sequence = :last",
                                Instant.class)
                        .setParameter("id", found.id())
                        .setParameter("last", found.lastSequence)
                        .getSingleResultOrNull());
    }

    /// The verdict on the journal of a case; null where the caller may see no such case. One statement, so that
    /// the case and its events are of the same moment; vouchers of events that came since are left aside.
    Uni<@Nullable JournalVerdict> verdict(CaseNumber number, Caller caller) {
        CaseAccess.Condition visible = CaseAccess.visible(caller);
        return getSession()
                .chain(session -> {
                    var query = session.createQuery(
                            "select c.lastSequence, c.headHash, e, c.id from ServiceCase c"
                                    + " left join JournalEntry e on e.caseId = c.id"
                                    + " where c.caseNo = :number and " + visible.text() + " order by e.sequence",
                            Object[].class);
                    visible.parameters().forEach(query::setParameter);
                    return query.setParameter("number", number.value()).getResultList();
                })
                .chain(rows -> rows.isEmpty() ? Uni.createFrom().nullItem() : verdict(rows));
    }

    private Uni<@Nullable JournalVerdict> verdict(List<Object[]> rows) {
        UUID id = (UUID) rows.getFirst()[3];
        return vouchers.of(List.of(id))
                .map(found -> verdict(
                        rows,
                        found.getOrDefault(id, List.of()).stream()
                                .collect(Collectors.groupingBy(
                                        VoucherView::sequence, Collectors.mapping(Voucher::of, Collectors.toList())))));
    }

    private static JournalVerdict verdict(List<Object[]> rows, Map<Integer, List<Voucher>> vouchers) {
        Object[] first = rows.getFirst();
        List<JournalEntry> entries = rows.stream()
                .map(row -> (JournalEntry) row[2])
                .filter(Objects::nonNull)
                .toList();
        return JournalVerdict.of(entries, (Integer) first[0], (byte[]) first[1], vouchers);
    }

    /// The timelines of some cases, each newest first and one row longer than asked for.
    Uni<List<JournalEntry>> timelines(List<UUID> caseIds, Page.Request page) {
        Integer cursor = page.key(CURSOR, keys -> Integer.valueOf(keys.get(1)));
        int before = cursor == null ? Integer.MAX_VALUE : cursor;
        return caseIds.size() == 1
                ? timeline(caseIds.getFirst(), before, page.first())
                : timelines(caseIds, before, page.oneMore());
    }

    /// Hibernate keeps the translation of this one, and reads a native query anew each time.
    private Uni<List<JournalEntry>> timeline(UUID caseId, int before, int last) {
        return find("caseId = ?1 and sequence < ?2 order by sequence desc", caseId, before)
                .range(0, last)
                .list();
    }

    private Uni<List<JournalEntry>> timelines(List<UUID> caseIds, int before, int most) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                select e.* from unnest(cast(:cases as uuid[])) as c(id)
                                cross join lateral (
                                    select %s from case_event where case_id = c.id and sequence < :before
                                    order by sequence desc limit :most) e
                                order by e.case_id, e.sequence desc
                                """.formatted(MAPPED), JournalEntry.class)
                        .setParameter("cases", caseIds.toArray(UUID[]::new))
                        .setParameter("before", before)
                        .setParameter("most", most)
                        .getResultList());
    }

    /// The last steps of a filed case, newest first: what moved it on, and what it got where it stood. Who looked
    /// after it and which documents came is nobody's business who only asks how it stands.
    Uni<List<JournalEntry>> steps(UUID caseId, int most) {
        return find(
                        "from JournalEntry e where e.caseId = :id and e.to <> :draft"
                                + " and (e.from is null or e.from <> e.to or e.kind in (:inPlace))"
                                + " order by e.sequence desc",
                        Parameters.with("id", caseId)
                                .and("draft", CaseStatus.DRAFT)
                                .and("inPlace", STEPS_IN_PLACE))
                .range(0, most - 1)
                .list();
    }

    /// The cursor of an event: where it stands among all events, and in its case.
    static String cursor(JournalEntry entry) {
        return JournalPosition.earlyCursor(
                Objects.requireNonNull(entry.recordedXid),
                Objects.requireNonNull(entry.id),
                entry.sequence,
                Objects.requireNonNull(entry.settledXid));
    }
}
