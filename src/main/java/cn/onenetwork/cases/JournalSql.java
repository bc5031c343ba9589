package cn.onenetwork.cases;

/// The statements by which the journal is written, and read by the feed.
///
/// The horizon is the oldest transaction that is still open. Below it everything has ended, so that nothing can
/// appear there any more; at and above it nothing is read. `owner` and `tenant_id` of an event only lead to it by
/// index: who may see it is asked of the case, as it is now.
final class JournalSql {

    /// What the service writes of an event; the database adds the rest.
    static final String WRITTEN = """
            case_id, case_no, sequence, kind, from_status, to_status, at, actor, actor_id, note, due_on, clock,
            prev_hash, hash, voucher_digest, principal, delegation_id""";

    /// Appends all events of a change, which are given as JSON, in their order: ids are handed out after sorting.
    static final String APPEND = """
            insert into case_event (%1$s)
            select %1$s from json_populate_recordset(cast(null as case_event), cast(cast(:rows as text) as json))
            order by sequence
            """.formatted(WRITTEN);

    static final String HORIZON = "horizon";
    static final String HELD_BACK = "held_back";

    private static final String XMIN = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    /// @param now the parameter that holds the time
    private static String columns(String now) {
        return COLUMNS + ", " + CaseAccess.agents(now);
    }

    private static final String COLUMNS = """
            e.id, e.recorded_xid, e.settled_xid, e.case_id, e.case_no, e.sequence, e.kind, e.from_status, e.to_status,
            e.at, e.actor, e.note, e.due_on, e.clock,
            c.owner as case_owner, c.tenant_id as case_tenant, c.status as case_status, c.task_code""";

    private static final String EVENTS = "case_event e join service_case c on c.id = e.case_id";

    /// Parameters 1 to 5: after which transaction and event, up to which event one is known, how many.
    private static final String AFTER = """
            (e.recorded_xid, e.id) > ($1, $2) and not (e.recorded_xid = $3 and e.id <= $4) and e.recorded_xid < h.horizon
            """;

    private static final String NEXT = "order by e.recorded_xid, e.id limit $5";

    /// What happened to a draft is the applicant's.
    private static final String FILED = "c.status <> 'DRAFT' and e.to_status <> 'DRAFT'";

    static final String NOW = "select " + XMIN + " as horizon";

    static final String NEWS = """
            select h.horizon, (select max(w.recorded_xid) from case_event w) >= h.horizon as held_back, n.*
            from (select %s as horizon) h
            left join lateral (select %s from %s where %s %s) n on true
            order by n.recorded_xid, n.id
            """.formatted(XMIN, columns("$6"), EVENTS, AFTER, NEXT);

    /// Each owner, each principal, the tenant and everybody have an index of their own, which gives the first so many
    /// in order.
    static final String PAGE =
            """
            select h.horizon, false as held_back, n.*
            from (select %1$s as horizon) h
            left join lateral (
                select %2$s from (
                    select f.* from unnest($6::text[]) as mine(owner) cross join lateral (
                        select e.recorded_xid, e.id from %3$s
                        where e.owner = mine.owner and c.owner = mine.owner and %4$s %5$s) f
                    union
                    select f.* from delegation d cross join lateral (
                        select e.recorded_xid, e.id from %3$s
                        where e.owner = d.principal and c.owner = d.principal and %7$s and %4$s %5$s) f
                        where d.agent = $9
                    union
                    select f.* from unnest($7::text[]) as theirs(tenant) cross join lateral (
                        select e.recorded_xid, e.id from %3$s
                        where e.tenant_id = theirs.tenant and c.tenant_id = theirs.tenant and %6$s and %4$s %5$s) f
                    union
                    (select e.recorded_xid, e.id from %3$s where $8 and %6$s and %4$s %5$s)
                    order by 1, 2 limit $5) found
                join case_event e on e.id = found.id join service_case c on c.id = e.case_id) n on true
            order by n.recorded_xid, n.id
            """.formatted(XMIN, columns("$10"), EVENTS, AFTER, NEXT, FILED, CaseAccess.covers("d", "$10"));

    static final String COUNT = """
            select (select count(*) from %1$s
                    where e.owner = any($1) and c.owner = any($1) and e.recorded_xid < %2$s)
                 + (select count(*) from %1$s
                    where e.owner in (select a.principal from delegation a where a.agent = $4)
                      and %4$s and c.owner <> all($1) and e.recorded_xid < %2$s)
                 + (select count(*) from %1$s
                    where e.tenant_id = any($2) and c.tenant_id = any($2) and c.owner <> all($1) and not %4$s
                      and %3$s and e.recorded_xid < %2$s)
                 + (select count(*) from %1$s
                    where $3 and c.tenant_id <> all($2) and c.owner <> all($1) and not %4$s
                      and %3$s and e.recorded_xid < %2$s)
            """.formatted(EVENTS, XMIN, FILED, CaseAccess.delegated("$4", "$5"));

    static final String LAST_OF_CASE = "select coalesce(max(sequence), 0) from case_event where case_id = $1";

    /// What is new in several cases; parameters: their ids, after which sequence each, how many of each.
    static final String NEWS_OF_CASES = """
            select %s from unnest($1::uuid[], $2::int[]) as asked(case_id, after) join service_case c on c.id = asked.case_id
            cross join lateral (
                select * from case_event e where e.case_id = asked.case_id and e.sequence > asked.after
                order by e.sequence limit $3) e
            order by e.case_id, e.sequence
            """.formatted(columns("$4"));

    /// Where a case stands; parameters: its id or else its number, then the reach.
    static final String PLACE = """
            select c.id, c.last_sequence from service_case c
            where c.id = coalesce($1, (select n.id from service_case n where n.case_no = $2))
              and %s
            """.formatted(CaseAccess.seen(3));

    static final String PAGE_OF_CASE = """
            select %s from %s where e.case_id = $1 and e.sequence > $2
              and %s
            order by e.sequence limit $3
            """.formatted(columns("$8"), EVENTS, CaseAccess.seen(4));

    private JournalSql() {}
}
