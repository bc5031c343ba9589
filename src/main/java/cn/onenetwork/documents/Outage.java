package cn.onenetwork.documents;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Something that the checks need is away. Said once when it begins and once when it is over, not for every document.
final class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);

    private final String what;
    private final AtomicBoolean away = new AtomicBoolean();

    Outage(String what) {
        this.what = what;
    }

    void begins(Throwable failure) {
        if (!away.getAndSet(true)) {
            LOG.errorf("Documents wait for their checks, the %s gives no answer: %s", what, failure.getMessage());
        }
    }

    void ends() {
        if (away.getAndSet(false)) {
            LOG.infof("Documents are checked again, the %s answers", what);
        }
    }
}
