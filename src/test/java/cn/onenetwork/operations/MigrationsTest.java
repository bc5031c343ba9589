package cn.onenetwork.operations;

import static cn.onenetwork.operations.Migration.Fault.ASKS_FOR_MORE;
import static cn.onenetwork.operations.Migration.Fault.BLOCKS_WRITING;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.operations.Migration.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pods of the version before serve while a migration runs and for a while after it: a release only adds, and takes
/// away
/// what the release before has stopped to use (expand, then contract).
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MigrationsTest {

    /// What is excused, each after a review that says why. A file that takes away names the release that stopped using
    /// it.
    private static final Map<String, Excuse> EXCUSED =
            Map.ofEntries(entry("V3", before(BLOCKS_WRITING)), entry("V6", before(ASKS_FOR_MORE, BLOCKS_WRITING)));

    private record Excuse(Set<Fault> faults, String reason) {}

    /// The first files make the database of the first release: no pod serves on it while they run.
    private static Excuse before(Fault... faults) {
        return new Excuse(Set.of(faults), "before the first release");
    }

    @Test
    void no_migration_takes_anything_from_the_pods_that_still_serve() throws IOException {
        List<Migration> all = Migration.all(Path.of("src/main/resources/db/migration"));
        Map<String, Set<Fault>> found = new TreeMap<>();
        all.stream()
                .filter(migration -> !migration.faults().isEmpty())
                .forEach(migration -> found.put(migration.version(), migration.faults()));
        Map<String, Set<Fault>> excused = new TreeMap<>();
        EXCUSED.forEach((version, excuse) -> excused.put(version, excuse.faults()));

        assertThat(all).hasSizeGreaterThan(6);
        assertThat(EXCUSED.values())
                .allSatisfy(excuse -> assertThat(excuse.reason()).isNotBlank());
        assertThat(found)
                .as("make it in two releases, or excuse it here with the reason; an excuse nobody needs goes")
                .isEqualTo(excused);
    }

    @Test
    void every_migration_gives_up_waiting_for_a_lock() throws IOException {
        assertThat(Files.readAllLines(Path.of("src/main/resources/application.properties")))
                .contains("quarkus.flyway.init-sql=set lock_timeout = '5s'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TAKES_AWAY        | drop table paper;
            TAKES_AWAY        | alter table paper drop column day;
            TAKES_AWAY        | alter table paper add column a text, drop column day;
            TAKES_AWAY        | alter table paper rename column day to date;
            TAKES_AWAY        | ALTER TABLE paper RENAME TO sheet;
            TAKES_AWAY        | alter view papers rename to sheets;
            ASKS_FOR_MORE     | alter table paper add column a text not null;
            ASKS_FOR_MORE     | alter table paper add a text not null;
            ASKS_FOR_MORE     | alter table paper alter column day set not null;
            REWRITES          | alter table paper alter column id type bigint;
            REWRITES          | alter table paper alter id set data type bigint;
            REWRITES          | alter table paper add column a uuid default gen_random_uuid();
            REWRITES          | alter table paper add column a bigint generated always as (1) stored;
            CHECKS_EVERYTHING | alter table paper add constraint c check (id > 0);
            CHECKS_EVERYTHING | alter table paper add foreign key (a) references other (id);
            BLOCKS_WRITING    | create index paper_day on paper (day);
            BLOCKS_WRITING    | create unique index on paper (day);
            """)
    void a_wrong_migration_is_noticed(Fault fault, String sql) {
        assertThat(Migration.of("V9__wrong.sql", "-- a comment;\n" + sql).faults())
                .contains(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create table paper (id bigint, a text not null); create index on paper (id);
            create table paper (id bigint); alter table paper alter column id set not null;
            alter table paper add column a text not null default 'x', add column b date;
            alter table paper alter column a set default 'x', alter column a set not null;
            alter table paper add constraint c check (id > 0) not valid;
            alter table paper validate constraint c;
            create index concurrently paper_day on paper (day);
            create function f() returns trigger language plpgsql as $$ begin drop table paper; return null; end $$;
            comment on column paper.day is 'do not drop table or rename; ever';
            """)
    void what_only_adds_is_let_through(String sql) {
        assertThat(Migration.of("V9__right.sql", sql).faults()).isEmpty();
    }
}
