package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Asks the rules of an instant item.
@ApplicationScoped
class InstantDecisions {

    Uni<InstantVerdict> verdict(Caller caller, ServiceCase found, Moment moment) {
        return Uni.createFrom().item(new InstantVerdict(false, null));
    }
}
