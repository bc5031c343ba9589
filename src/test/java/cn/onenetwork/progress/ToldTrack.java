package cn.onenetwork.progress;

import cn.onenetwork.cases.CaseEventKind;
import cn.onenetwork.cases.CaseEventView;
import cn.onenetwork.cases.CaseReach;
import cn.onenetwork.cases.CaseStatus;
import cn.onenetwork.cases.ClockEffect;
import cn.onenetwork.cases.JournalNews;
import cn.onenetwork.cases.JournalPosition;
import cn.onenetwork.identity.AccountKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/// A journal of events 1, 2, 3, ... that a test writes by a number: up to which it is there, and up to which it may
/// be read.
final class ToldTrack implements Track<Long> {

    static final CaseReach EVERYWHERE = new CaseReach(Set.of(), Set.of(), true);
    /// Sees each event by a delegation.
    static final CaseReach AGENT = new CaseReach(Set.of("person:agent"), Set.of(), false);

    private static final int PAGE = 8;

    final AtomicLong written = new AtomicLong();
    final AtomicLong readable = new AtomicLong();
    private final Map<CaseReach, AtomicInteger> ownReadings = new ConcurrentHashMap<>();
    final AtomicInteger sharedReadings = new AtomicInteger();
    volatile Set<CaseReach> blind = Set.of();
    volatile boolean broken;
    private final Executor database;

    ToldTrack(Executor database) {
        this.database = database;
    }

    /// Commits one event.
    void write() {
        written.incrementAndGet();
        readable.incrementAndGet();
    }

    void writeUpTo(long last) {
        written.set(last);
        readable.set(last);
    }

    /// How often followers of a reach have read for themselves.
    AtomicInteger ownReadings(CaseReach reach) {
        return ownReadings.computeIfAbsent(reach, _ -> new AtomicInteger());
    }

    @Override
    public CompletionStage<Long> now() {
        return CompletableFuture.supplyAsync(readable::get, database);
    }

    @Override
    public CompletionStage<Stretch<Long>> read(Long after, CaseReach reach) {
        ownReadings(reach).incrementAndGet();
        return CompletableFuture.supplyAsync(() -> blind.contains(reach) ? nothing() : stretch(after), database);
    }

    private Stretch<Long> nothing() {
        return new Stretch<>(List.of(), readable.get(), false, false);
    }

    @Override
    public CompletionStage<Stretch<Long>> news(Long after) {
        sharedReadings.incrementAndGet();
        return CompletableFuture.supplyAsync(() -> stretch(after), database);
    }

    private Stretch<Long> stretch(long after) {
        if (broken) {
            throw new IllegalStateException("no database");
        }
        boolean heldBack = written.get() > readable.get();
        long last = Math.min(readable.get(), after + PAGE);
        List<JournalNews> news = LongStream.rangeClosed(after + 1, last)
                .mapToObj(ToldTrack::event)
                .toList();
        return new Stretch<>(news, Math.max(after, last), news.size() == PAGE, heldBack);
    }

    @Override
    public boolean isFor(JournalNews news, CaseReach reach) {
        return !blind.contains(reach);
    }

    @Override
    public boolean isBefore(Long place, JournalNews news) {
        return place < news.position().id();
    }

    @Override
    public Long movedTo(Long place, JournalNews news) {
        return news.position().id();
    }

    static JournalNews event(long number) {
        CaseEventView event = new CaseEventView(
                String.valueOf(number),
                "",
                "",
                null,
                (int) number,
                CaseEventKind.RECEIVED,
                null,
                CaseStatus.RECEIVED,
                Instant.EPOCH,
                AccountKind.STAFF,
                null,
                null,
                ClockEffect.NONE);
        return new JournalNews(
                event, new JournalPosition(1, number, null), "", "", CaseStatus.RECEIVED, "", AGENT.owners());
    }
}
