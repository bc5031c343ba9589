package cn.onenetwork.cases;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the journal for the feed: single statements, so that an event and the right to see it are of one moment.
///
/// A reading for somebody holds only what that reach covers. A reading for nobody in particular (`news`) holds
/// everything, and whoever asks for it passes each event on only to those whom it lets see it.
@ApplicationScoped
public class JournalReading {

    private final Pool pool;
    private final Clock clock;

    JournalReading(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /// At which delegations are looked at.
    private OffsetDateTime time() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /// The next events of all cases within reach, oldest first.
    public Uni<JournalPage> page(JournalPosition after, CaseReach reach, int most) {
        Tuple parameters = position(after, most)
                .addArrayOfString(reach.owners().toArray(String[]::new))
                .addArrayOfString(reach.tenants().toArray(String[]::new))
                .addBoolean(reach.everywhere())
                .addString(reach.agent())
                .addOffsetDateTime(time());
        return read(JournalSql.PAGE, parameters, after, most);
    }

    /// The next events of all cases, whoever may see them, oldest first.
    public Uni<JournalPage> news(JournalPosition after, int most) {
        return read(JournalSql.NEWS, position(after, most).addOffsetDateTime(time()), after, most);
    }

    /// The position that only what is to come lies after.
    public Uni<JournalPosition> now() {
        return pool.query(JournalSql.NOW)
                .execute()
                .map(rows -> new JournalPosition(rows.iterator().next().getLong(JournalSql.HORIZON), 0, null));
    }

    /// How many events of all cases are within reach.
    public Uni<Long> count(CaseReach reach) {
        Tuple parameters = Tuple.of(
                reach.owners().toArray(String[]::new),
                reach.tenants().toArray(String[]::new),
                reach.everywhere(),
                reach.agent(),
                time());
        return pool.preparedQuery(JournalSql.COUNT)
                .execute(parameters)
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /// The last event of one case, whoever may see it; 0 where there is none.
    public Uni<Integer> lastSequence(UUID caseId) {
        return pool.preparedQuery(JournalSql.LAST_OF_CASE)
                .execute(Tuple.of(caseId))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /// The next events of one case, in their order; none where it is not within reach.
    public Uni<List<JournalNews>> pageOf(UUID caseId, int afterSequence, CaseReach reach, int most) {
        Tuple parameters = Tuple.of(caseId, afterSequence, most)
                .addArrayOfString(reach.owners().toArray(String[]::new))
                .addArrayOfString(reach.tenants().toArray(String[]::new))
                .addBoolean(reach.everywhere())
                .addString(reach.agent())
                .addOffsetDateTime(time());
        return pool.preparedQuery(JournalSql.PAGE_OF_CASE).execute(parameters).map(JournalReading::early);
    }

    /// The next events of several cases, whoever may see them: by case, in their order. A case without any is left out.
    ///
    /// @param after the last known sequence of each
    public Uni<Map<UUID, List<JournalNews>>> newsOf(Map<UUID, Integer> after, int mostOfEach) {
        Tuple parameters = Tuple.of(
                after.keySet().toArray(UUID[]::new), after.values().toArray(Integer[]::new), mostOfEach, time());
        return pool.preparedQuery(JournalSql.NEWS_OF_CASES)
                .execute(parameters)
                .map(rows -> early(rows).stream()
                        .collect(Collectors.groupingBy(
                                news -> UUID.fromString(news.event().caseId()))));
    }

    /// Where a case stands that is within reach; null where there is none, or not for this reach.
    ///
    /// @param id or else the number is given
    public Uni<@Nullable CasePlace> place(@Nullable String id, @Nullable String caseNo, CaseReach reach) {
        UUID known = id == null ? null : Cases.uuid(id).orElse(null);
        String number = caseNo == null
                ? null
                : CaseNumber.parse(caseNo).map(CaseNumber::value).orElse(null);
        if (known == null && number == null) {
            return Uni.createFrom().nullItem();
        }
        Tuple parameters = Tuple.of(known, number)
                .addArrayOfString(reach.owners().toArray(String[]::new))
                .addArrayOfString(reach.tenants().toArray(String[]::new))
                .addBoolean(reach.everywhere())
                .addString(reach.agent())
                .addOffsetDateTime(time());
        return pool.preparedQuery(JournalSql.PLACE).execute(parameters).map(rows -> {
            Iterator<Row> found = rows.iterator();
            return found.hasNext() ? place(found.next()) : null;
        });
    }

    private static CasePlace place(Row row) {
        return new CasePlace(row.getUUID("id"), row.getInteger("last_sequence"));
    }

    private static Tuple position(JournalPosition after, int most) {
        JournalPosition.Known known = after.known();
        return Tuple.of(
                after.xid(), after.id(), known == null ? 0L : known.xid(), known == null ? 0L : known.id(), most);
    }

    private Uni<JournalPage> read(String sql, Tuple parameters, JournalPosition after, int most) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> page(rows, after, most));
    }

    /// There is always a row, for the horizon; it has no event where nothing was found.
    private static JournalPage page(RowSet<Row> rows, JournalPosition after, int most) {
        List<JournalNews> news = new ArrayList<>();
        Row last = null;
        for (Row row : rows) {
            last = row;
            if (row.getLong("id") != null) {
                news.add(JournalRows.settled(row));
            }
        }
        boolean full = news.size() == most;
        JournalPosition reached = full || last == null
                ? after.movedTo(news.getLast().position())
                : after.movedTo(new JournalPosition(last.getLong(JournalSql.HORIZON), 0, null));
        return new JournalPage(List.copyOf(news), reached, full, last != null && last.getBoolean(JournalSql.HELD_BACK));
    }

    private static List<JournalNews> early(RowSet<Row> rows) {
        List<JournalNews> news = new ArrayList<>();
        rows.forEach(row -> news.add(JournalRows.early(row)));
        return List.copyOf(news);
    }
}
