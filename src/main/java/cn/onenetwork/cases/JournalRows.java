package cn.onenetwork.cases;

import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Principal;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the rows of the feed's statements mean.
final class JournalRows {

    private JournalRows() {}

    /// A row below the horizon.
    static JournalNews settled(Row row) {
        return news(
                row,
                JournalPosition.settledCursor(
                        row.getLong("recorded_xid"), row.getLong("id"), row.getInteger("sequence")));
    }

    /// A row that was read without asking for the horizon.
    static JournalNews early(Row row) {
        return news(
                row,
                JournalPosition.earlyCursor(
                        row.getLong("recorded_xid"),
                        row.getLong("id"),
                        row.getInteger("sequence"),
                        row.getLong("settled_xid")));
    }

    private static JournalNews news(Row row, String cursor) {
        return new JournalNews(
                event(row, cursor),
                new JournalPosition(row.getLong("recorded_xid"), row.getLong("id"), null),
                row.getString("case_owner"),
                row.getString("case_tenant"),
                CaseStatus.valueOf(row.getString("case_status")),
                row.getString("task_code"),
                agents(row));
    }

    private static Set<String> agents(Row row) {
        return Arrays.stream(row.getArrayOfStrings("agents"))
                .map(agent -> Principal.person(agent).key())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static CaseEventView event(Row row, String cursor) {
        return new CaseEventView(
                row.getLong("id").toString(),
                cursor,
                row.getUUID("case_id").toString(),
                row.getString("case_no"),
                row.getInteger("sequence"),
                CaseEventKind.valueOf(row.getString("kind")),
                status(row.getString("from_status")),
                CaseStatus.valueOf(row.getString("to_status")),
                row.getOffsetDateTime("at").toInstant(),
                AccountKind.valueOf(row.getString("actor")),
                row.getString("note"),
                row.getLocalDate("due_on"),
                ClockEffect.valueOf(row.getString("clock")));
    }

    private static @Nullable CaseStatus status(@Nullable String name) {
        return name == null ? null : CaseStatus.valueOf(name);
    }
}
