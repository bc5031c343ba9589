package cn.onenetwork.documents.watermark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The copies that are kept for a while: the least recently used first, until they fit on their share of the disk.
///
/// A file that is taken away while it is being sent is sent to its end: the system keeps what is open.
///
/// @param <K> what tells two copies apart
final class CopyShelf<K> {

    private static final Logger LOG = Logger.getLogger(CopyShelf.class);

    private final Map<K, Kept> copies = new LinkedHashMap<>(16, 0.75f, true);
    private final long disk;
    private long used;

    CopyShelf(long disk) {
        this.disk = disk;
    }

    /// The copy, if it is there; it counts as used now.
    synchronized Optional<Copy> find(K key, long now) {
        Kept kept = copies.get(key);
        if (kept == null) {
            return Optional.empty();
        }
        kept.usedAt = now;
        return Optional.of(kept.copy);
    }

    /// Keeps a copy, and lets the oldest others go where there is no room.
    synchronized void put(K key, Copy copy, long now) {
        Kept before = copies.put(key, new Kept(copy, now));
        used += copy.size();
        if (before != null) {
            remove(before.copy);
        }
        Iterator<Kept> oldest = copies.values().iterator();
        while (used > disk && copies.size() > 1 && oldest.hasNext()) {
            Kept kept = oldest.next();
            if (!kept.copy.equals(copy)) {
                oldest.remove();
                remove(kept.copy);
            }
        }
    }

    /// Lets go of what was not used since then.
    synchronized void forget(long usedBefore) {
        copies.values().removeIf(kept -> {
            boolean stale = kept.usedAt < usedBefore;
            if (stale) {
                remove(kept.copy);
            }
            return stale;
        });
    }

    private void remove(Copy copy) {
        used -= copy.size();
        delete(copy.file());
    }

    /// Deletes a file, if it is there.
    static void delete(Path file) {
        try {
            boolean _ = Files.deleteIfExists(file);
        } catch (IOException failed) {
            LOG.warnf(
                    "A copy with a watermark could not be deleted: %s",
                    failed.getClass().getName());
        }
    }

    private static final class Kept {

        private final Copy copy;
        private long usedAt;

        Kept(Copy copy, long usedAt) {
            this.copy = copy;
            this.usedAt = usedAt;
        }
    }
}
