package cn.onenetwork.remains;

import cn.onenetwork.testing.Superuser;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/// Everything that lies in the tables of a database server, as text.
final class DatabaseContent {

    private final PersonalNumbers sought;

    DatabaseContent(PersonalNumbers sought) {
        this.sought = sought;
    }

    /// One table, or one of its columns where something was found.
    ///
    /// @param place  database, schema and table, and the column
    /// @param bytes  how much was read
    /// @param number what was found, empty where nothing was
    record Line(String place, long bytes, String number) {

        static Line of(String written) {
            String[] parts = written.split("\t", -1);
            return new Line(parts[0], Long.parseLong(parts[1]), parts[2]);
        }

        String written() {
            return place + "\t" + bytes + "\t" + number;
        }
    }

    /// All databases of the server of this run.
    List<Line> lines() throws SQLException, IOException {
        List<Line> lines = new ArrayList<>();
        for (String database : names("postgres", "select datname from pg_database where not datistemplate")) {
            lines.addAll(lines(database));
        }
        return lines;
    }

    List<Line> lines(String database) throws SQLException, IOException {
        try (Connection connection = Superuser.connection(database)) {
            return lines(connection, database);
        }
    }

    private List<Line> lines(Connection connection, String database) throws SQLException, IOException {
        List<Line> lines = new ArrayList<>();
        for (String table : names(connection, """
                select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
                    and n.nspname not like 'pg_toast%' order by 1
                """)) {
            Finder whole = read(connection, "select * from " + table);
            lines.add(new Line(database + "." + table, whole.bytes(), ""));
            if (!whole.found().isEmpty()) {
                lines.addAll(columns(connection, database, table));
            }
        }
        return lines;
    }

    private List<Line> columns(Connection connection, String database, String table) throws SQLException, IOException {
        List<Line> lines = new ArrayList<>();
        for (String column : names(
                connection,
                "select format('%I', attname) from pg_attribute where attrelid = '" + table
                        + "'::regclass and attnum > 0 and not attisdropped")) {
            Finder finder = read(connection, "select " + column + " from " + table);
            finder.found()
                    .forEach(name -> lines.add(new Line(database + "." + table + "." + column, finder.bytes(), name)));
        }
        return lines;
    }

    private Finder read(Connection connection, String select) throws SQLException, IOException {
        Finder finder = new Finder(sought);
        long _ = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + select + ") to stdout", finder);
        return finder;
    }

    private static List<String> names(String database, String sql) throws SQLException {
        try (Connection connection = Superuser.connection(database)) {
            return names(connection, sql);
        }
    }

    private static List<String> names(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
