package cn.onenetwork.progress;

import cn.onenetwork.platform.Dependency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// The connection on which the database wakes this pod, where it is the bus. While it is away followers wait; when it
/// is back they get what they missed.
@ApplicationScoped
class ListenerDependency implements Dependency {

    private final ProgressConfig config;
    private final Listening listening;

    ListenerDependency(ProgressConfig config, Listening listening) {
        this.config = config;
        this.listening = listening;
    }

    @Override
    public String name() {
        return "listener";
    }

    @Override
    public boolean isUsed() {
        return config.bus() == ProgressConfig.Bus.POSTGRES;
    }

    @Override
    public Uni<Void> probe() {
        return listening.isConnected()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(() -> new IllegalStateException("the listener is not connected"));
    }
}
