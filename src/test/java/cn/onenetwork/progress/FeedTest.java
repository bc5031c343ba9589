package cn.onenetwork.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.onenetwork.cases.CaseReach;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Followers and the tail they share, over a journal that the test writes.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FeedTest {

    private static final String KEY = "case";
    private static final int BUFFER = 16;
    private static final CaseReach TENANT = new CaseReach(Set.of(), Set.of("t"), false);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong nanos = new AtomicLong();
    private final ToldTrack track = new ToldTrack(threads);
    private final Tails<String, Long> tails =
            new Tails<>(new Pace(BUFFER, Duration.ofMillis(500), nanos::get, this::later, Clock.systemUTC()));

    private void later(Duration delay, Runnable work) {
        var _ = timer.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void what_was_missed_comes_first_and_then_what_happens() {
        track.writeUpTo(30);
        Reader reader = follow(Reader.eager(), 12L);
        await().until(() -> reader.read().size() == 18);
        write(3);

        awaitAll(reader, 13, 33);
    }

    @Test
    void who_knows_nothing_hears_only_what_is_to_come() {
        track.writeUpTo(5);
        Reader first = follow(Reader.eager(), null);
        await().until(() -> own() > 0);
        write(2);

        awaitAll(first, 6, 7);
    }

    @Test
    void whoever_joins_whenever_gets_each_event_once_and_in_order() {
        int last = 2_000;
        List<Reader> readers = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        threads.execute(() -> IntStream.range(0, last).forEach(_ -> write(1)));
        while (track.readable.get() < last) {
            int start = ThreadLocalRandom.current().nextInt(last);
            starts.add(start);
            readers.add(follow(Reader.eager(), (long) start));
            readers.stream()
                    .filter(_ -> ThreadLocalRandom.current().nextInt(20) == 0)
                    .limit(1)
                    .forEach(Reader::cancel);
            Thread.yield();
        }
        Reader whole = follow(Reader.eager(), 0L);

        awaitAll(whole, 1, last);
        for (int index = 0; index < readers.size(); index++) {
            int first = starts.get(index) + 1;
            List<Integer> read = readers.get(index).read();
            assertThat(read)
                    .isEqualTo(IntStream.range(0, read.size())
                            .map(offset -> first + offset)
                            .boxed()
                            .toList());
        }
    }

    @Test
    void a_thousand_followers_in_step_cost_one_reading_for_all() {
        List<Reader> readers = IntStream.range(0, 1_000)
                .mapToObj(_ -> follow(Reader.eager(), 0L))
                .toList();
        await().until(() -> own() == readers.size());
        await().pollDelay(Duration.ofMillis(100)).until(() -> true);
        for (int event = 1; event <= 5; event++) {
            int number = event;
            write(1);
            await().until(() ->
                    readers.stream().allMatch(reader -> reader.read().size() == number));
        }

        assertThat(own()).as("only at the beginning").isLessThan(2 * readers.size());
        assertThat(track.sharedReadings.get()).isLessThanOrEqualTo(5);
    }

    @Test
    void who_is_slow_reads_again_and_keeps_nobody_waiting() {
        Reader slow = Reader.waiting();
        tails.feed(KEY, track, 0L, new Listener<>(0L, TENANT, threads, _ -> {})).subscribe(slow);
        Reader quick = follow(Reader.eager(), 0L);
        await().until(() -> tenant() == 1 && own() == 1);
        write(BUFFER * 50);
        awaitAll(quick, 1, BUFFER * 50);

        assertThat(slow.read()).isEmpty();
        write(BUFFER);
        awaitAll(quick, 1, BUFFER * 51);
        assertThat(tenant()).as("who asks for nothing reads nothing").isEqualTo(1);
        slow.request(Long.MAX_VALUE);
        awaitAll(slow, 1, BUFFER * 51);
    }

    @Test
    void what_has_waited_too_long_is_asked_for_again() {
        Reader reader = Reader.waiting();
        tails.feed(KEY, track, 0L, new Listener<>(0L, TENANT, threads, _ -> {})).subscribe(reader);
        await().until(() -> tenant() == 1);
        write(3);
        reader.request(1);
        await().until(() -> reader.read().size() == 1);
        track.blind = Set.of(TENANT);
        nanos.addAndGet(Duration.ofMillis(501).toNanos());
        reader.request(5);
        await().until(() -> tenant() >= 2);

        track.blind = Set.of();
        write(1);
        await().until(() -> reader.read().contains(4));
        assertThat(reader.read())
                .as("2 and 3 were not the reader's to see when they could be handed over")
                .isEqualTo(List.of(1, 4));
    }

    @Test
    void what_comes_late_on_this_side_is_handed_over_all_the_same() {
        assertThat(readWhenLate(TENANT)).containsExactly(1, 2);
        assertThat(tenant()).as("only at the beginning").isEqualTo(1);
    }

    @Test
    void but_to_an_agent_only_after_another_look() {
        assertThat(readWhenLate(ToldTrack.AGENT))
                .as("1 was not the agent's to see any more")
                .containsExactly(2);
    }

    /// Two events for one who waits for each: the first is handed over only when its right was checked 501 milliseconds
    /// ago and has ended since, the second when the right is there again.
    private List<Integer> readWhenLate(CaseReach reach) {
        HeldTurns turns = new HeldTurns(threads);
        Reader reader = Reader.eager();
        tails.feed(KEY, track, 0L, new Listener<>(0L, reach, turns, _ -> {})).subscribe(reader);
        await().until(() -> track.ownReadings(reach).get() == 1);
        await().pollDelay(Duration.ofMillis(50)).until(() -> true);
        turns.hold();
        write(1);
        await().until(turns::isWaited);
        track.blind = Set.of(reach);
        nanos.addAndGet(Duration.ofMillis(501).toNanos());
        turns.go();
        await().until(() -> !reader.read().isEmpty() || track.ownReadings(reach).get() == 2);
        await().pollDelay(Duration.ofMillis(50)).until(() -> true);
        track.blind = Set.of();
        write(1);
        await().until(() -> reader.read().contains(2));
        return reader.read();
    }

    /// Turns that come when the test lets them.
    private static final class HeldTurns implements Executor {

        private final Executor threads;
        private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
        private volatile boolean held;

        HeldTurns(Executor threads) {
            this.threads = threads;
        }

        @Override
        public void execute(Runnable work) {
            if (held) {
                waiting.add(work);
            } else {
                threads.execute(work);
            }
        }

        void hold() {
            held = true;
        }

        boolean isWaited() {
            return !waiting.isEmpty();
        }

        void go() {
            held = false;
            waiting.forEach(threads::execute);
        }
    }

    @Test
    void what_is_held_back_comes_without_another_word() {
        Reader reader = follow(Reader.eager(), 0L);
        write(1);
        awaitAll(reader, 1, 1);
        track.written.set(4);
        tails.wakeAll();
        await().pollDelay(Duration.ofMillis(100)).until(() -> true);
        assertThat(reader.read()).containsExactly(1);
        track.readable.set(4);

        awaitAll(reader, 1, 4);
    }

    @Test
    void a_journal_that_is_away_for_a_moment_costs_those_in_step_nothing() {
        Reader reader = follow(Reader.eager(), 0L);
        write(1);
        awaitAll(reader, 1, 1);
        track.broken = true;
        write(2);
        await().pollDelay(Duration.ofMillis(100)).until(() -> true);
        track.broken = false;

        awaitAll(reader, 1, 3);
        assertThat(reader.failure()).isNull();
    }

    @Test
    void and_those_who_are_behind_only_time() {
        Reader reader = follow(Reader.waiting(), 0L);
        write(1);
        reader.request(1);
        awaitAll(reader, 1, 1);
        write(BUFFER * 3 - 1);
        track.broken = true;
        reader.request(Long.MAX_VALUE);
        await().pollDelay(Duration.ofMillis(100)).until(() -> true);
        track.broken = false;

        awaitAll(reader, 1, BUFFER * 3);
        assertThat(reader.failure()).isNull();
    }

    @Test
    void who_cannot_read_is_told_so() {
        track.broken = true;
        Reader reader = follow(Reader.eager(), 0L);

        await().until(() -> reader.failure() != null);
        assertThat(reader.failure()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void in_the_end_everyone_gets_what_is_there_and_then_the_end() {
        track.writeUpTo(40);
        Reader reader = follow(Reader.eager(), 0L);
        tails.finish();

        await().until(reader::isCompleted);
        assertThat(reader.read()).hasSize(40);
    }

    private int own() {
        return track.ownReadings(ToldTrack.EVERYWHERE).get();
    }

    private int tenant() {
        return track.ownReadings(TENANT).get();
    }

    private Reader follow(Reader reader, @Nullable Long start) {
        Long seen = start == null ? null : track.readable.get();
        tails.feed(KEY, track, seen, new Listener<>(start, ToldTrack.EVERYWHERE, threads, _ -> {}))
                .subscribe(reader);
        return reader;
    }

    private void write(int count) {
        for (int event = 0; event < count; event++) {
            track.write();
            tails.wake(KEY);
        }
    }

    private static void awaitAll(Reader reader, int first, int last) {
        await().atMost(Duration.ofSeconds(30)).until(() -> reader.read().size() >= last - first + 1);
        assertThat(reader.read())
                .isEqualTo(IntStream.rangeClosed(first, last).boxed().toList());
    }
}
