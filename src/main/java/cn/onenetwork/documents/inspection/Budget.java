package cn.onenetwork.documents.inspection;

import cn.onenetwork.documents.Rejection;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// What the reading of one file may still cost: time, and bytes that it unfolds to. Readers ask again and again, so
/// that a hostile file ends its own reading and blocks no thread.
final class Budget {

    private final Limits limits;
    private final long end;
    private long unpacked;
    private @Nullable Rejected exceeded;

    Budget(Limits limits) {
        this.limits = limits;
        this.end = System.nanoTime() + limits.time().toNanos();
    }

    Limits limits() {
        return limits;
    }

    /// To be asked wherever a file decides how often something happens.
    void tick() throws Rejected {
        if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
            throw exceeded();
        }
    }

    /// Takes note of unfolded bytes of any part.
    void spend(long bytes) throws Rejected {
        tick();
        unpacked += bytes;
        if (unpacked > limits.unpacked()) {
            throw exceeded();
        }
    }

    /// More than anybody needs. It is remembered, because readers that forgive everything swallow what is thrown.
    Rejected exceeded() {
        exceeded = new Rejected(Rejection.TOO_COMPLEX);
        return exceeded;
    }

    /// Throws what was thrown before and swallowed.
    void requireKept() throws Rejected {
        if (exceeded != null) {
            throw exceeded;
        }
        tick();
    }

    /// The unfolded bytes of one more part: counted, and thrown away.
    Part part() {
        return new Part(limits.unpackedOne());
    }

    /// The unfolded bytes of a part that needs less than others.
    Part part(long atMost) {
        return new Part(Math.min(atMost, limits.unpackedOne()));
    }

    /// Counts what is written to it.
    final class Part extends OutputStream {

        private final long most;
        private long size;

        private Part(long most) {
            this.most = most;
        }

        long size() {
            return size;
        }

        @Override
        public void write(int one) throws Rejected {
            add(1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws Rejected {
            add(length);
        }

        void add(long bytes) throws Rejected {
            size += bytes;
            spend(bytes);
            if (size > most) {
                throw exceeded();
            }
        }
    }
}
