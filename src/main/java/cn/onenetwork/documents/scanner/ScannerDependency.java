package cn.onenetwork.documents.scanner;

import cn.onenetwork.platform.Dependency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Who scans, where somebody does. While it is away documents wait in CHECKING.
@ApplicationScoped
class ScannerDependency implements Dependency {

    private final ScannerConfig config;
    private final MalwareScanner scanner;

    ScannerDependency(ScannerConfig config, MalwareScanner scanner) {
        this.config = config;
        this.scanner = scanner;
    }

    @Override
    public String name() {
        return "scanner";
    }

    @Override
    public boolean isUsed() {
        return config.scanner() != ScannerConfig.Kind.NONE;
    }

    @Override
    public Uni<Void> probe() {
        return scanner.probe();
    }
}
