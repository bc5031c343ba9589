package cn.onenetwork.platform;

import io.smallrye.mutiny.Uni;

/// Something that the service asks and that may be away. What happens then is decided where it is asked; here is only
/// said how it is.
public interface Dependency {

    /// For logs, metrics and health: one word.
    String name();

    /// Whether this installation has one at all.
    default boolean isUsed() {
        return true;
    }

    /// Completes where it answers. It may take as long as it likes: whoever asks stops waiting.
    Uni<Void> probe();
}
