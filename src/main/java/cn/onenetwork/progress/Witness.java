package cn.onenetwork.progress;

import cn.onenetwork.cases.JournalNews;

/// Sees what one subscriber is told, before it is told. Asked by one thread at a time.
@FunctionalInterface
interface Witness {

    /// @throws cn.onenetwork.platform.Refusal where it could not be noted: then the subscriber must not be told
    void before(JournalNews news);
}
