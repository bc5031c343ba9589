package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;

/// What another room wants done to a case. It is made there, with all that has to be said, and only [CaseDesk]
/// carries it out.
public abstract sealed class CaseDeed permits OfficerAction, DocumentAction {

    private final CaseAction action;
    private final Verb verb;

    CaseDeed(CaseAction action, Verb verb) {
        this.action = action;
        this.verb = verb;
    }

    CaseAction action() {
        return action;
    }

    CaseEvent on(ServiceCase found, Caller caller, Moment moment) {
        return verb.on(found, caller, moment);
    }

    /// A verb of the aggregate.
    @FunctionalInterface
    interface Verb {
        CaseEvent on(ServiceCase found, Caller caller, Moment moment);
    }
}
