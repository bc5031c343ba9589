package cn.onenetwork.catalogue;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Fills an empty catalogue before the first request is taken. A broken library stops the start: a service
/// without items serves nobody, and half a catalogue misleads people.
@ApplicationScoped
class CatalogueStart {

    private static final Logger LOG = Logger.getLogger(CatalogueStart.class);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final CatalogueSettings settings;
    private final LibraryJson json;
    private final LoadingCatalogue loading;

    CatalogueStart(CatalogueSettings settings, LibraryJson json, LoadingCatalogue loading) {
        this.settings = settings;
        this.json = json;
        this.loading = loading;
    }

    /// Runs on the thread that starts the service, the one place where waiting is allowed.
    void start(@Observes StartupEvent event) {
        if (settings.loadOnEmpty() && !loading.filled().await().atMost(LONGEST)) {
            SoundLibrary library = SoundLibrary.of(ItemLibrary.read(settings.source(), json), json);
            int loaded = loading.loadWhereEmpty(library).await().atMost(LONGEST);
            LOG.infof("Loaded %d service items from %s.", loaded, settings.source());
        }
    }
}
