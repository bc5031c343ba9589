package cn.onenetwork.edge;

import io.quarkus.runtime.configuration.MemorySize;
import java.time.Duration;

/// The configuration of the service with a few limits brought nearer.
final class Tuned implements EdgeConfig, EdgeConfig.SocketLimits {

    private final EdgeConfig usual;
    Duration deadline;
    boolean introspection;
    int maxOperations;
    Duration keepAlive;

    Tuned(EdgeConfig usual) {
        this.usual = usual;
        this.deadline = usual.deadline();
        this.introspection = usual.introspection();
        this.maxOperations = usual.socket().maxOperations();
        this.keepAlive = usual.socket().keepAlive();
    }

    @Override
    public Duration deadline() {
        return deadline;
    }

    @Override
    public boolean introspection() {
        return introspection;
    }

    @Override
    public int maxOperations() {
        return maxOperations;
    }

    @Override
    public Duration keepAlive() {
        return keepAlive;
    }

    @Override
    public SocketLimits socket() {
        return this;
    }

    @Override
    public MemorySize maxBody() {
        return usual.maxBody();
    }

    @Override
    public DocumentLimits document() {
        return usual.document();
    }

    @Override
    public Duration initTimeout() {
        return usual.socket().initTimeout();
    }

    @Override
    public int maxPerPerson() {
        return usual.socket().maxPerPerson();
    }

    @Override
    public MemorySize maxMessage() {
        return usual.socket().maxMessage();
    }

    @Override
    public Duration tokenMargin() {
        return usual.socket().tokenMargin();
    }
}
