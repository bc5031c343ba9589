package cn.onenetwork.wrong.cases;

import java.time.Instant;

/// Takes the time from wherever it is.
public final class OwnTime {

    public Instant now() {
        return Instant.now();
    }
}
