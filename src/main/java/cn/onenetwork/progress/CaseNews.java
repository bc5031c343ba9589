package cn.onenetwork.progress;

import cn.onenetwork.cases.JournalNews;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// Reads what is new in cases, those that are asked for together by one statement.
///
/// One reading is under way at a time, and what is asked for meanwhile goes with the next: a pod that falls behind
/// reads more with each statement, and so catches up.
final class CaseNews {

    /// Reads the next events of each case after the given sequence; cases without any may be left out.
    interface Reading extends Function<Map<UUID, Integer>, CompletionStage<Map<UUID, List<JournalNews>>>> {}

    /// Enough to save nearly all round trips, and little enough to begin to deliver soon.
    private static final int MOST_AT_ONCE = 200;

    private record Asked(int after, CompletableFuture<List<JournalNews>> answer) {

        Asked with(Asked more) {
            return new Asked(Math.min(after, more.after), answer);
        }
    }

    private final Reading reading;
    private final Map<UUID, Asked> waiting = new LinkedHashMap<>();
    private boolean busy;

    CaseNews(Reading reading) {
        this.reading = reading;
    }

    /// What comes after this sequence, or after an earlier one where somebody else asks for the same case.
    CompletionStage<List<JournalNews>> of(UUID caseId, int after) {
        Asked asked;
        synchronized (waiting) {
            asked = waiting.merge(caseId, new Asked(after, new CompletableFuture<>()), Asked::with);
            if (busy) {
                return asked.answer();
            }
            busy = true;
        }
        readNext();
        return asked.answer();
    }

    private void readNext() {
        Map<UUID, Asked> batch = batch();
        if (batch.isEmpty()) {
            return;
        }
        Map<UUID, Integer> after = new LinkedHashMap<>();
        batch.forEach((caseId, asked) -> after.put(caseId, asked.after()));
        var _ = reading.apply(after).whenComplete((found, broken) -> {
            readNext();
            batch.forEach((caseId, asked) -> {
                boolean _ = broken == null
                        ? asked.answer().complete(found.getOrDefault(caseId, List.of()))
                        : asked.answer().completeExceptionally(broken);
            });
        });
    }

    /// Those who have waited the longest; nobody reads any more where there are none.
    private Map<UUID, Asked> batch() {
        synchronized (waiting) {
            Map<UUID, Asked> batch = new HashMap<>();
            var each = waiting.entrySet().iterator();
            while (each.hasNext() && batch.size() < MOST_AT_ONCE) {
                var next = each.next();
                batch.put(next.getKey(), next.getValue());
                each.remove();
            }
            busy = !batch.isEmpty();
            return batch;
        }
    }
}
