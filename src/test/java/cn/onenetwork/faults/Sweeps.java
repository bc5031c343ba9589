package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;

/// What time has done to some cases, as the tables tell it.
record Sweeps(Tables database, String cases) {

    /// Later than the pre-review, the five days of acceptance and every warning of the item that is filed here.
    static final Duration OVER_ALL_DEADLINES = Duration.ofDays(40);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static Sweeps over(Tables database, Collection<Submissions.Filed> cases) {
        return new Sweeps(
                database, cases.stream().map(one -> "'" + one.id() + "'").collect(Collectors.joining(",", "(", ")")));
    }

    /// Nothing that other tests have left is due.
    static void only(Tables database) {
        int _ = database.execute("update service_case set wake_on = null where wake_on is not null");
    }

    /// How many of them time has acted upon.
    int touched() {
        return database.count(
                "select count(distinct case_id) from case_event where kind = 'DEEMED_ACCEPTED' and case_id in "
                        + cases);
    }

    int woken() {
        return database.count("select count(*) from service_case where wake_on is null and id in " + cases);
    }

    /// All of them were swept to the end, and to each happened the same, once.
    void awaitOnce(int count) {
        await().atMost(PATIENCE).until(() -> woken() >= count);
        assertThat(database.query("select string_agg(distinct history, ' / ') from (select string_agg(kind ||"
                        + " coalesce(' ' || note, ''), ',' order by sequence) as history from case_event where case_id in "
                        + cases + " group by case_id) each_case"))
                .isEqualTo("DRAFT_SAVED,SUBMITTED,DEEMED_ACCEPTED,REVIEW_STARTED,WARNING_RAISED RED");
    }

    /// No event happened before the one that it follows.
    void neverBackwards() {
        assertThat(database.query(
                        "select count(*) from (select at < lag(at) over (partition by case_id order by sequence)"
                                + " as backwards from case_event where case_id in " + cases
                                + ") events where backwards"))
                .isEqualTo("0");
    }
}
