package cn.onenetwork.documents;

import cn.onenetwork.platform.Dependency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Where bytes are kept. While it is away uploads and downloads are refused with UNAVAILABLE, and checks wait.
@ApplicationScoped
class StorageDependency implements Dependency {

    private final Storage storage;

    StorageDependency(Storage storage) {
        this.storage = storage;
    }

    @Override
    public String name() {
        return "storage";
    }

    @Override
    public Uni<Void> probe() {
        return storage.probe();
    }
}
