package cn.onenetwork.documents;

import cn.onenetwork.platform.Refusal;

/// A request that is not carried out, with the status that tus gives it and the code that the API gives it.
final class TusRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final Refusal refusal;

    TusRefusal(int status, Refusal refusal) {
        super(refusal.getMessage(), refusal, false, false);
        this.status = status;
        this.refusal = refusal;
    }

    int status() {
        return status;
    }

    Refusal refusal() {
        return refusal;
    }
}
