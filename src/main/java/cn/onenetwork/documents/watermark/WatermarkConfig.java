package cn.onenetwork.documents.watermark;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Settings of the watermarks.
@ConfigMapping(prefix = "one-network.documents.watermark")
public interface WatermarkConfig {

    /// For how many days a copy may be used, counted from the day on which it was taken.
    @WithDefault("30")
    int validDays();

    /// How many copies are made at a time on one pod.
    @WithDefault("2")
    int workers();

    /// How many wait for a worker before the next is asked to come back later.
    @WithDefault("32")
    int queue();

    /// Memory for the pixels of one picture; a larger picture is copied with fewer pixels.
    @WithDefault("48M")
    MemorySize imageMemory();

    /// Objects of a PDF file of which a copy is made; each takes about a kilobyte of memory.
    @WithDefault("50000")
    int maxPdfObjects();

    /// How long a copy is kept after it was last asked for.
    @WithDefault("5M")
    Duration keep();

    /// Disk for all copies together; the oldest go first.
    @WithDefault("1G")
    MemorySize disk();

    /// Where copies are made; a folder of their own is made in it at start, and removed at the end. The folder for
    /// temporary files where it is not set.
    Optional<Path> folder();
}
