package cn.onenetwork.progress;

import cn.onenetwork.cases.AccessLog;
import cn.onenetwork.cases.JournalNews;
import cn.onenetwork.identity.Caller;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Writes into the access log which cases of others one subscriber is told of: each of them once, when the first of
/// its events is told. A row for each event and each officer would bury what a person wants to find in it.
final class FollowedCases implements Witness {

    /// A case that is not among the newest is noted again.
    private static final int MOST = 1_000;

    private final AccessLog log;
    private final Caller reader;
    private final Set<String> noted = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    });

    FollowedCases(AccessLog log, Caller reader) {
        this.log = log;
        this.reader = reader;
    }

    @Override
    public void before(JournalNews news) {
        if (noted.add(news.event().caseId())) {
            log.follow(reader, news);
        }
    }
}
