package cn.onenetwork.progress;

import cn.onenetwork.cases.CasePlace;
import cn.onenetwork.cases.CaseReach;
import cn.onenetwork.cases.JournalNews;
import cn.onenetwork.cases.JournalPage;
import cn.onenetwork.cases.JournalPosition;
import cn.onenetwork.cases.JournalReading;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The two tracks of the journal: one case by its sequence, and all cases by the order of transactions.
///
/// The events of a case follow one another, because whoever writes one has locked the case: the sequence is
/// enough, and nothing holds them back.
@ApplicationScoped
class Tracks {

    /// Events that one reading for all brings at most.
    private static final int NEWS = 500;

    private final JournalReading journal;
    private final CaseNews news;
    private final int page;

    Tracks(JournalReading journal, ProgressConfig config) {
        this.journal = journal;
        this.news = new CaseNews(asked -> begun(journal.newsOf(asked, NEWS)));
        this.page = config.buffer();
    }

    /// Where a case stands; null where there is none, or not for this reach.
    CompletionStage<@Nullable CasePlace> place(@Nullable String id, @Nullable String caseNo, CaseReach reach) {
        return begun(journal.place(id, caseNo, reach));
    }

    Track<Integer> of(UUID caseId) {
        return new OneCase(caseId);
    }

    Track<JournalPosition> ofAll() {
        return new AllCases();
    }

    /// A reading, whoever still wants it.
    private static <T> CompletionStage<T> begun(Uni<T> reading) {
        return reading.subscribeAsCompletionStage();
    }

    private final class OneCase implements Track<Integer> {

        private final UUID caseId;

        OneCase(UUID caseId) {
            this.caseId = caseId;
        }

        @Override
        public CompletionStage<Integer> now() {
            return begun(journal.lastSequence(caseId));
        }

        @Override
        public CompletionStage<Stretch<Integer>> read(Integer after, CaseReach reach) {
            return stretch(journal.pageOf(caseId, after, reach, page), after, page);
        }

        @Override
        public CompletionStage<Stretch<Integer>> news(Integer after) {
            return news.of(caseId, after).thenApply(found -> stretch(found, after, NEWS));
        }

        private static CompletionStage<Stretch<Integer>> stretch(Uni<List<JournalNews>> read, int after, int most) {
            return begun(read.map(news -> stretch(news, after, most)));
        }

        private static Stretch<Integer> stretch(List<JournalNews> news, int after, int most) {
            return new Stretch<>(
                    news, news.isEmpty() ? after : news.getLast().event().sequence(), news.size() == most, false);
        }

        @Override
        public boolean isFor(JournalNews news, CaseReach reach) {
            return news.isVisibleTo(reach);
        }

        @Override
        public boolean isBefore(Integer place, JournalNews news) {
            return place < news.event().sequence();
        }

        @Override
        public Integer movedTo(Integer place, JournalNews news) {
            return news.event().sequence();
        }
    }

    private final class AllCases implements Track<JournalPosition> {

        @Override
        public CompletionStage<JournalPosition> now() {
            return begun(journal.now());
        }

        @Override
        public CompletionStage<Stretch<JournalPosition>> read(JournalPosition after, CaseReach reach) {
            return stretch(journal.page(after, reach, page));
        }

        @Override
        public CompletionStage<Stretch<JournalPosition>> news(JournalPosition after) {
            return stretch(journal.news(after, NEWS));
        }

        private static CompletionStage<Stretch<JournalPosition>> stretch(Uni<JournalPage> read) {
            return begun(read.map(page -> new Stretch<>(page.news(), page.reached(), page.more(), page.heldBack())));
        }

        @Override
        public boolean isFor(JournalNews news, CaseReach reach) {
            return news.isToldTo(reach);
        }

        @Override
        public boolean isBefore(JournalPosition place, JournalNews news) {
            return place.isBefore(news.position());
        }

        @Override
        public JournalPosition movedTo(JournalPosition place, JournalNews news) {
            return place.movedTo(news.position());
        }
    }
}
