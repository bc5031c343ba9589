package cn.onenetwork.progress;

import cn.onenetwork.testing.DatabaseState;
import cn.onenetwork.testing.Superuser;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A transaction that somebody began and has not ended, in a connection of its own.
final class OpenTransaction implements AutoCloseable {

    private final Connection connection;

    private OpenTransaction(Connection connection) {
        this.connection = connection;
    }

    /// One that has written nothing we read, but has a number.
    static OpenTransaction begin() throws SQLException {
        return begin(DatabaseState.owner());
    }

    /// One of another application, in another database of the same server.
    static OpenTransaction elsewhere() throws SQLException {
        return begin(Superuser.connection("postgres"));
    }

    private static OpenTransaction begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        OpenTransaction open = new OpenTransaction(connection);
        var _ = open.execute("select pg_current_xact_id()");
        return open;
    }

    /// Writes one more event of a case.
    String writeEvent(String caseId) throws SQLException {
        return execute("insert into case_event (case_id, case_no, sequence, kind, from_status, to_status, at, actor)"
                + " select id, case_no, last_sequence + 1, 'WARNING_RAISED', status, status, now(), 'SYSTEM'"
                + " from service_case where id = '" + caseId + "' returning id");
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    private String execute(String statement) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(statement)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    @Override
    public void close() throws SQLException {
        rollback();
        connection.close();
    }
}
