package cn.onenetwork.progress;

import cn.onenetwork.cases.CaseReach;
import cn.onenetwork.cases.JournalNews;

/// When a reading looked at who may see what it brings: somewhere between these two, in nanoseconds.
///
/// What a token gives changes slowly, and counts from the answer: a database that is late must not make everybody read
/// again. What a delegation gives ends by a word of the principal, and counts from the moment before the reading began.
record Checked(long asked, long answered) {

    long of(JournalNews news, CaseReach reach) {
        return news.restsOnDelegation(reach) ? asked : answered;
    }
}
