package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The clock of the service jumps, while it works; that of the database and of the phones does not.
@Tag("heavy")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClockJumpTest {

    private static final int CLIENTS = 8;
    private static final int CASES = Faults.many(20, 200);
    private static final int SUBMISSIONS = Faults.many(300, 3_000);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SOME_SWEEPS = Duration.ofSeconds(4);

    @TempDir
    static Path folder;

    private static DurableDatabase database;

    @BeforeAll
    static void pack() {
        Service.pack(folder.resolve("build.log"));
        database = DurableDatabase.started();
    }

    private static Service serve(String name, SetClock clock, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("one-network.clock.tolerance", "1000D"));
        settings.putAll(more);
        settings.put("one-network.sweep.every", "1s");
        settings.put("one-network.sweep.delayed", "0s");
        return Service.start(folder.resolve(name + ".log"), Faults.settings(database, settings), clock.launcher());
    }

    @Test
    void over_all_deadlines_and_back_behind_the_beginning_nothing_happens_twice_and_nothing_before_what_it_follows()
            throws Exception {
        SetClock clock = SetClock.of(folder.resolve("clock"));
        Sweeps.only(database);
        // The tokens of the phones are of the real time, and shall be good for the whole test.
        Map<String, String> patient = Map.of(
                "quarkus.oidc.token.lifespan-grace",
                Long.toString(Duration.ofDays(100).toSeconds()));
        try (Service service = serve("jumping", clock, patient)) {
            Phone phone = new Phone("enterprise-legal", service::port);
            try (Submissions first = Submissions.begin(Faults.phones(CLIENTS, service::port), CASES)) {
                Map<Integer, Submissions.Filed> early = new HashMap<>(first.all());
                Sweeps sweeps = Sweeps.over(database, early.values());
                try (Watcher watcher = Watcher.watch(phone, Books.cursorNow(phone));
                        Submissions submissions =
                                Submissions.begin(Faults.phones(CLIENTS, service::port), SUBMISSIONS)) {
                    submissions.await(SUBMISSIONS / 10);
                    clock.set(Sweeps.OVER_ALL_DEADLINES);
                    sweeps.awaitOnce(CASES);
                    clock.set(Duration.ofDays(-2));
                    for (Submissions.Filed one : early.values()) {
                        withdraw(phone, one);
                    }
                    clock.set(Duration.ZERO);
                    Map<Integer, Submissions.Filed> all = submissions.all();

                    new Books(database).hold(all, submissions.run());
                    all.forEach((number, filed) -> early.put(CASES + number, filed));
                    Sweeps.over(database, early.values()).neverBackwards();
                    new Books(database).journalsAreWhole(new Phone("auditor", service::port), Books.numbers(early));
                    List<Watcher.Event> heard = watcher.await(2 * SUBMISSIONS + 4 * CASES);
                    assertThat(heard).doesNotHaveDuplicates();
                    assertThat(watcher.closedWith())
                            .as("its socket was left alone")
                            .isEmpty();
                }
            }
        }
    }

    private static void withdraw(Phone phone, Submissions.Filed one) throws Exception {
        JsonNode answer = phone.operation(
                "CaseWithdraw", Map.of("input", Map.of("idempotencyKey", Filing.key(), "id", one.id())));
        assertThat(answer.at("/data/caseWithdraw/serviceCase/status").asText())
                .as("%s", answer)
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void a_pod_whose_clock_is_wrong_sweeps_no_case_and_says_so() throws Exception {
        SetClock clock = SetClock.of(folder.resolve("clock-wrong"));
        Sweeps.only(database);
        try (Service service = serve("wrong", clock, Map.of("one-network.clock.tolerance", "1M"));
                Submissions submissions = Submissions.begin(Faults.phones(CLIENTS, service::port), CASES)) {
            Sweeps sweeps = Sweeps.over(database, submissions.all().values());

            clock.set(Sweeps.OVER_ALL_DEADLINES);
            await().atMost(PATIENCE).until(() -> service.printed().contains("The clock is wrong"));
            await().during(SOME_SWEEPS).atMost(PATIENCE).until(() -> sweeps.touched() == 0);
        }
    }

    @Test
    void a_token_is_refused_before_its_time_and_after_it_and_good_again_when_the_clock_is_right() throws Exception {
        SetClock clock = SetClock.of(folder.resolve("clock-of-tokens"));
        try (Service service = serve("tokens", clock, Map.of())) {
            Phone phone = new Phone("enterprise-legal", service::port);
            String _ = Draft.save(phone);
            String before = database.query("select count(*) from case_event");
            for (Duration wrong : List.of(Duration.ofHours(2), Duration.ofHours(-2))) {
                clock.set(wrong);
                JsonNode answer = phone.operation("DraftSave", Draft.input(Filing.key(), "ht-policy-claim"));
                assertThat(Phone.code(answer)).as("%s: %s", wrong, answer).isEqualTo("UNAUTHENTICATED");
            }
            assertThat(database.query("select count(*) from case_event")).isEqualTo(before);

            clock.set(Duration.ZERO);
            String _ = Draft.save(phone);
        }
    }
}
