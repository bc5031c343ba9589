package cn.onenetwork.authorization;

import cn.onenetwork.testing.DatabaseState;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// What stands in the database, all of it: a digest of each table.
final class Everything {

    private Everything() {}

    static Map<String, String> digests() {
        String digest = "select %L::text, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from %I t";
        String all = DatabaseState.query("select string_agg(format('" + digest.replace("'", "''")
                + "', table_name, table_name), ' union all ') from information_schema.tables"
                + " where table_schema = 'public' and table_type = 'BASE TABLE'");
        Map<String, String> digests = new TreeMap<>();
        Arrays.stream(DatabaseState.query("select string_agg(name || '=' || digest, ',') from (" + all
                                + ") everything (name, digest)")
                        .split(","))
                .map(table -> table.split("="))
                .forEach(table -> digests.put(table[0], table[1]));
        return digests;
    }
}
