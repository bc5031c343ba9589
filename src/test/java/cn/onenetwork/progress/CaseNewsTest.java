package cn.onenetwork.progress;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.cases.JournalNews;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CaseNewsTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    private final List<Map<UUID, Integer>> asked = new ArrayList<>();
    private final List<CompletableFuture<Map<UUID, List<JournalNews>>>> answers = new ArrayList<>();
    private final CaseNews news = new CaseNews(after -> {
        asked.add(after);
        answers.add(new CompletableFuture<>());
        return answers.getLast();
    });

    @Test
    void what_is_asked_for_while_one_reads_is_read_together_afterwards() {
        CompletableFuture<List<JournalNews>> first = ask(A, 1);
        CompletableFuture<List<JournalNews>> second = ask(B, 2);
        CompletableFuture<List<JournalNews>> third = ask(C, 3);
        assertThat(asked).containsExactly(Map.of(A, 1));

        answers.getFirst().complete(Map.of());
        assertThat(first).isCompletedWithValue(List.of());
        assertThat(asked).containsExactly(Map.of(A, 1), Map.of(B, 2, C, 3));
        assertThat(second).isNotDone();

        answers.getLast().complete(Map.of());
        assertThat(second).isCompleted();
        assertThat(third).isCompleted();
        assertThat(asked).hasSize(2);
    }

    @Test
    void two_who_ask_for_one_case_are_both_answered_from_the_earlier_place() {
        var _ = ask(A, 1);
        CompletableFuture<List<JournalNews>> ahead = ask(B, 7);
        CompletableFuture<List<JournalNews>> behind = ask(B, 5);
        answers.getFirst().complete(Map.of());

        assertThat(asked.getLast()).isEqualTo(Map.of(B, 5));
        answers.getLast().complete(Map.of());
        assertThat(ahead).isCompleted();
        assertThat(behind).isCompleted();
    }

    @Test
    void a_reading_that_fails_fails_those_who_asked_and_nobody_else() {
        CompletableFuture<List<JournalNews>> unlucky = ask(A, 1);
        CompletableFuture<List<JournalNews>> next = ask(B, 1);
        answers.getFirst().completeExceptionally(new IllegalStateException("away"));

        assertThat(unlucky).isCompletedExceptionally();
        answers.getLast().complete(Map.of());
        assertThat(next).isCompletedWithValue(List.of());
        assertThat(ask(A, 1)).isNotDone();
        assertThat(asked).hasSize(3);
    }

    @Test
    void one_statement_reads_no_more_than_two_hundred_cases() {
        var _ = ask(A, 1);
        List<CompletableFuture<List<JournalNews>>> many = Stream.generate(UUID::randomUUID)
                .limit(450)
                .map(id -> ask(id, 0))
                .toList();
        for (int i = 0; i < 4; i++) {
            answers.get(i).complete(Map.of());
        }

        assertThat(asked.stream().map(Map::size)).containsExactly(1, 200, 200, 50);
        assertThat(many).allMatch(CompletableFuture::isDone);
    }

    private CompletableFuture<List<JournalNews>> ask(UUID caseId, int after) {
        CompletionStage<List<JournalNews>> answer = news.of(caseId, after);
        return answer.toCompletableFuture();
    }
}
