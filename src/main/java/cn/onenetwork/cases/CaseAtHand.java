package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import java.time.Instant;

/// A case, and the one who may see it, with the mandates that were read for it.
record CaseAtHand(ServiceCase found, Caller caller) {

    CaseView view(Instant now) {
        return found.view(caller, now);
    }
}
