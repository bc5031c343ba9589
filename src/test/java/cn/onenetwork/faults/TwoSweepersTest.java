package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.testing.Service;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two pods let time act on the same cases at the same moment.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TwoSweepersTest {

    private static final int CLIENTS = 8;
    private static final int CASES = Faults.many(200, 2_000);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern DEEMED_ACCEPTED =
            Pattern.compile("one_network_cases_events_total\\{[^}]*deemed_accepted[^}]*} ([0-9.]+)");

    @TempDir
    static Path folder;

    private static DurableDatabase database;

    @BeforeAll
    static void pack() {
        Service.pack(folder.resolve("build.log"));
        database = DurableDatabase.started();
    }

    private static Service serve(String name, SetClock clock) {
        return Service.start(
                folder.resolve(name + ".log"),
                Faults.settings(
                        database,
                        Map.of(
                                "one-network.sweep.every", "1s",
                                "one-network.sweep.delayed", "0s",
                                "one-network.clock.tolerance", "1000D")),
                clock.launcher());
    }

    @Test
    void each_case_is_woken_once_whoever_comes_first() throws Exception {
        SetClock clock = SetClock.of(folder.resolve("clock"));
        Sweeps.only(database);
        try (Service one = serve("one", clock);
                Service other = serve("other", clock);
                Submissions submissions = Submissions.begin(Faults.phones(CLIENTS, one::port), CASES)) {
            Map<Integer, Submissions.Filed> filed = submissions.all();

            clock.set(Sweeps.OVER_ALL_DEADLINES);

            Sweeps sweeps = Sweeps.over(database, filed.values());
            sweeps.awaitOnce(CASES);
            sweeps.neverBackwards();
            new Books(database).hold(filed, submissions.run());
            clock.set(Duration.ZERO);
            new Books(database).journalsAreWhole(new Phone("auditor", one::port), Books.numbers(filed));
            assertThat(deemedAcceptedBy(one)).isPositive();
            assertThat(deemedAcceptedBy(other)).isPositive();
            assertThat(deemedAcceptedBy(one) + deemedAcceptedBy(other)).isEqualTo(CASES);
        }
    }

    @Test
    void what_one_leaves_when_it_is_killed_the_other_takes_up() throws Exception {
        SetClock clock = SetClock.of(folder.resolve("clock-of-both"));
        Sweeps.only(database);
        try (Service one = serve("stays", clock);
                Service other = serve("goes", clock);
                Submissions submissions = Submissions.begin(Faults.phones(CLIENTS, one::port), CASES)) {
            Map<Integer, Submissions.Filed> filed = submissions.all();
            Sweeps sweeps = Sweeps.over(database, filed.values());

            clock.set(Sweeps.OVER_ALL_DEADLINES);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> sweeps.touched() > 0);
            other.kill();

            sweeps.awaitOnce(CASES);
            clock.set(Duration.ZERO);
            new Books(database).journalsAreWhole(new Phone("auditor", one::port), Books.numbers(filed));
        }
    }

    private static int deemedAcceptedBy(Service service) throws IOException {
        Phone phone = new Phone("auditor", service::port);
        String metrics = phone.send(
                        HttpRequest.newBuilder(phone.at("/q/metrics")).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher found = DEEMED_ACCEPTED.matcher(metrics);
        assertThat(found.find()).as("the metric is there").isTrue();
        return (int) Double.parseDouble(found.group(1));
    }
}
