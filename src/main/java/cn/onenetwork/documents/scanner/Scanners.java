package cn.onenetwork.documents.scanner;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// Chooses the scanner that the operator named.
@ApplicationScoped
class Scanners {

    private static final Logger LOG = Logger.getLogger(Scanners.class);

    private final ScannerConfig config;
    private final Instance<Clamd> clamd;
    private final Instance<NoScanner> nobody;

    Scanners(ScannerConfig config, Instance<Clamd> clamd, Instance<NoScanner> nobody) {
        this.config = config;
        this.clamd = clamd;
        this.nobody = nobody;
    }

    @Produces
    @Singleton
    MalwareScanner scanner() {
        return switch (config.scanner()) {
            case CLAMD -> clamd.get();
            case NONE -> nobody.get();
        };
    }

    /// Also so that an address that makes no sense stops the start, and not the first upload.
    void say(@Observes StartupEvent event, MalwareScanner scanner) {
        if (config.scanner() == ScannerConfig.Kind.NONE) {
            LOG.warn("Uploaded files are not scanned for malware: one-network.documents.scanner=none");
        }
    }
}
