package cn.onenetwork.privacy;

import cn.onenetwork.cases.Owner;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.Page;
import cn.onenetwork.platform.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the access log: for the people it is about, and for auditors who verify it.
@ApplicationScoped
public class AccessReading {

    private static final UUID NEWEST = new UUID(-1, -1);

    private static final String MINE = """
            select %s, c.case_no, case when a.position = h.base_length + 1 then h.base else p.hash end as before
            from service_case c join access_log a on a.case_id = c.id join access_chain h on h.case_id = c.id
            left join access_log p on p.case_id = a.case_id and p.position = a.position - 1
            where c.owner = any($1) and a.id < $2 and ($4::uuid is null or c.id = $4) order by a.id desc limit $3
            """.formatted(StoredAccess.COLUMNS);
    private static final String COUNT = """
            select count(*) from service_case c join access_log a on a.case_id = c.id
            where c.owner = any($1) and ($2::uuid is null or c.id = $2)
            """;
    /// The case comes along with each row, and alone where there is none.
    private static final String CHAIN = """
            select coalesce(h.length, 0) as chain_length, h.head as chain_head, coalesce(h.base_length, 0) as base_length,
                h.base, %s
            from service_case c left join access_chain h on h.case_id = c.id left join access_log a on a.case_id = c.id
            where c.case_no = $1 and c.status <> 'DRAFT' order by a.position
            """.formatted(StoredAccess.COLUMNS);

    private final Pool pool;

    AccessReading(Pool pool) {
        this.pool = pool;
    }

    /// Who was given personal data of the caller's own cases and of those of the corporation that the caller
    /// represents or administers; newest first.
    ///
    /// @param caseId only of this case; null for all
    /// @throws Refusal FORBIDDEN where the caller is no applicant
    public Uni<Page<AccessEntry>> mine(Caller caller, @Nullable String caseId, Page.Request page) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(owners(caller))
                .addUUID(page.after() == null ? NEWEST : after(page))
                .addInteger(page.oneMore())
                .addUUID(uuid(caseId, caller));
        return pool.preparedQuery(MINE).execute(parameters).map(rows -> {
            List<AccessEntry> entries = new ArrayList<>();
            rows.forEach(row -> entries.add(AccessEntry.of(
                    StoredAccess.of(row), row.getString("case_no"), AccessChain.bytes(row.getBuffer("before")))));
            return Page.of(entries, page);
        });
    }

    private static @Nullable UUID after(Page.Request page) {
        return page.key(AccessEntryConnection.CURSOR, keys -> UUID.fromString(keys.getFirst()));
    }

    /// How many entries there are on all pages.
    public Uni<Long> countMine(Caller caller, @Nullable String caseId) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.tuple().addArrayOfString(owners(caller)).addUUID(uuid(caseId, caller)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /// The verdict on the access log of a case; null where there is no such case.
    ///
    /// @throws Refusal FORBIDDEN where the caller is no auditor
    public Uni<@Nullable AccessVerdict> verify(Caller caller, String caseNo) {
        caller.require(Role.AUDITOR);
        return pool.preparedQuery(CHAIN).execute(Tuple.of(caseNo)).map(rows -> {
            Row any = null;
            List<StoredAccess> stored = new ArrayList<>();
            for (Row row : rows) {
                any = row;
                if (row.getUUID("id") != null) {
                    stored.add(StoredAccess.of(row));
                }
            }
            return any == null ? null : verdict(stored, any);
        });
    }

    private static AccessVerdict verdict(List<StoredAccess> stored, Row any) {
        return AccessVerdict.of(
                stored,
                new AccessChain.Head(any.getLong("base_length"), AccessChain.bytes(any.getBuffer("base"))),
                new AccessChain.Head(any.getLong("chain_length"), AccessChain.bytes(any.getBuffer("chain_head"))));
    }

    private static String[] owners(Caller caller) {
        return Owner.governed(caller.require(Role.CITIZEN)).toArray(String[]::new);
    }

    private static @Nullable UUID uuid(@Nullable String caseId, Caller caller) {
        try {
            return caseId == null ? null : UUID.fromString(caseId);
        } catch (IllegalArgumentException none) {
            throw Refusal.of(Refusal.Code.NOT_FOUND, caller.locale());
        }
    }
}
