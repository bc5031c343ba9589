package cn.onenetwork.cases;

import java.util.List;

/// What one reading of all cases brought.
///
/// @param news     oldest first
/// @param reached  where to go on; further than the last event where nothing else was to read
/// @param more     whether there is more to read at once
/// @param heldBack whether events wait for a transaction below them to end
public record JournalPage(List<JournalNews> news, JournalPosition reached, boolean more, boolean heldBack) {}
