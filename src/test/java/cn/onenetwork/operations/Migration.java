package cn.onenetwork.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One file of `db/migration`, as statements, and what it does that pods of the version before cannot stand.
///
/// @param tables that the file itself makes: nobody serves on them yet
record Migration(String name, List<String> statements, Set<String> tables) {

    /// Comments, the bodies of functions, and texts, whichever begins first.
    private static final Pattern NOISE = Pattern.compile(
            "(?<comment>--[^\\n]*|/\\*.*?\\*/)|\\$(\\w*)\\$.*?\\$\\2\\$|'(?:[^']|'')*'", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("create (?:unlogged )?table (?:if not exists )?([\\w.\"]+)");
    private static final Pattern ALTERED = Pattern.compile("alter table (?:if exists )?(?:only )?([\\w.\"]+) (.*)");
    private static final Pattern INDEX =
            Pattern.compile("create (?:unique )?index (?!concurrently)(?:[\\w.\"]+ )?on (?:only )?([\\w.\"]+).*");
    private static final Pattern NOT_NULL = Pattern.compile("alter (?:column )?([\\w\"]+) set not null");

    /// What a release must not do in one step, because the pods before it still serve while it runs.
    enum Fault {
        /// What they read or write is gone, or has another name.
        TAKES_AWAY("drop (table|column|view|materialized view|schema|type|function|trigger)|\\brename\\b"),
        /// They do not know the column, and their rows are refused.
        ASKS_FOR_MORE("add (column )?(?!constraint|check|foreign|primary|unique)[\\w\"]+ [^,]*not null"),
        /// Every row is written anew, and everybody waits.
        REWRITES("alter (column )?[\\w\"]+ (set data )?type\\b"
                + "|add (column )?[\\w\"]+ [^,]*(default (gen_random_uuid|uuidv7|random|clock_timestamp|nextval)|generated|serial\\b)"
                + "|set (un)?logged|set tablespace|\\bcluster on\\b"),
        /// Every row is read while everybody waits, and their rows may be refused: first `not valid`, then `validate`.
        CHECKS_EVERYTHING(
                "add (constraint [\\w\"]+ )?(check|foreign key|primary key|unique|exclude)\\b(?!.*not valid)(?!.*using index)"),
        /// Nobody writes until the index is made: `concurrently`, in a file of its own.
        BLOCKS_WRITING("");

        private final Pattern sign;

        Fault(String sign) {
            this.sign = Pattern.compile(sign);
        }
    }

    static List<Migration> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Migration> all = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                all.add(of(file.getFileName().toString(), Files.readString(file)));
            }
            return all;
        }
    }

    static Migration of(String name, String sql) {
        List<String> statements = Stream.of(NOISE.matcher(sql)
                        .replaceAll(noise -> noise.group("comment") == null ? "''" : "")
                        .split(";"))
                .map(statement -> statement.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .filter(statement -> !statement.isEmpty())
                .toList();
        Set<String> tables = statements.stream()
                .map(TABLE::matcher)
                .filter(Matcher::lookingAt)
                .map(made -> made.group(1))
                .collect(Collectors.toSet());
        return new Migration(name, statements, tables);
    }

    String version() {
        return name.substring(0, name.indexOf("__"));
    }

    Set<Fault> faults() {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        statements.forEach(statement -> look(statement, faults));
        return faults;
    }

    private void look(String statement, Set<Fault> faults) {
        Matcher index = INDEX.matcher(statement);
        if (index.matches() && !tables.contains(index.group(1))) {
            faults.add(Fault.BLOCKS_WRITING);
        }
        Matcher altered = ALTERED.matcher(statement);
        if (!altered.matches()) {
            if (Fault.TAKES_AWAY.sign.matcher(statement).lookingAt() || statement.matches("alter .* rename .*")) {
                faults.add(Fault.TAKES_AWAY);
            }
        } else if (!tables.contains(altered.group(1))) {
            actions(altered.group(2)).forEach(action -> act(action, faults));
        }
    }

    /// What one `alter table` does, split at the commas that stand in no brackets.
    private static List<String> actions(String text) {
        return Stream.of(text.split(",(?![^(]*\\))")).map(String::strip).toList();
    }

    private void act(String action, Set<Fault> faults) {
        Stream.of(Fault.TAKES_AWAY, Fault.REWRITES, Fault.CHECKS_EVERYTHING)
                .filter(fault -> fault.sign.matcher(action).lookingAt())
                .forEach(faults::add);
        if (Fault.ASKS_FOR_MORE.sign.matcher(action).lookingAt() && !action.contains(" default ")) {
            faults.add(Fault.ASKS_FOR_MORE);
        }
        Matcher notNull = NOT_NULL.matcher(action);
        if (notNull.matches() && !hasDefault(notNull.group(1))) {
            faults.add(Fault.ASKS_FOR_MORE);
        }
    }

    private boolean hasDefault(String column) {
        Pattern preset = Pattern.compile("alter (column )?" + Pattern.quote(column) + " set default");
        return statements.stream()
                .anyMatch(statement -> preset.matcher(statement).find());
    }
}
