package cn.onenetwork.privacy;

import cn.onenetwork.platform.crypto.SealedColumn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Where the answers lie that people want corrected, so that a change of keys finds them.
@ApplicationScoped
class SealedWishes implements SealedColumn {

    @Override
    public String table() {
        return "correction";
    }

    @Override
    public String name() {
        return "wish";
    }

    @Override
    public String context(UUID id) {
        return "correction.wish:" + id;
    }
}
