package cn.onenetwork.progress;

import cn.onenetwork.cases.CaseReach;
import cn.onenetwork.cases.JournalNews;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Events in an order that can be followed, and how they are read.
///
/// @param <P> the place of a reader: after this event
interface Track<P> {

    /// The place that only what is to come lies after.
    CompletionStage<P> now();

    /// What comes next for somebody, checked by the same statement that reads it.
    CompletionStage<Stretch<P>> read(P after, CaseReach reach);

    /// What comes next for anybody; each event has to pass [#isFor] on the way to each.
    CompletionStage<Stretch<P>> news(P after);

    boolean isFor(JournalNews news, CaseReach reach);

    boolean isBefore(P place, JournalNews news);

    P movedTo(P place, JournalNews news);

    /// What one reading brought.
    ///
    /// @param reached  where to go on; further than the last event where nothing else was to read
    /// @param more     whether there is more to read at once
    /// @param heldBack whether there are events that may not be read yet
    record Stretch<P>(List<JournalNews> news, P reached, boolean more, boolean heldBack) {}
}
