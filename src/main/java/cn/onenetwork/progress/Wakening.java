package cn.onenetwork.progress;

import java.util.UUID;

/// What a bus does when it hears of something. It never says what has happened: that is read from the journal.
public interface Wakening {

    /// Something was committed to this case.
    void wake(UUID caseId);

    /// Something may have been missed.
    void wakeAll();
}
