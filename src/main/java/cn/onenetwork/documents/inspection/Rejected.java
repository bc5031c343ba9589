package cn.onenetwork.documents.inspection;

import cn.onenetwork.documents.Rejection;
import java.io.IOException;

/// The file is not to be taken. An [IOException], so that it passes through the readers of other people's formats; it
/// has neither text nor trace.
final class Rejected extends IOException {

    private static final long serialVersionUID = 1L;

    private final Rejection why;

    Rejected(Rejection why) {
        super(why.name());
        this.why = why;
    }

    Rejection why() {
        return why;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
