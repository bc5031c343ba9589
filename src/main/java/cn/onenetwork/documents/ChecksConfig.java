package cn.onenetwork.documents;

import cn.onenetwork.documents.inspection.Limits;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Settings of the checks before a document is READY.
@ConfigMapping(prefix = "one-network.documents")
interface ChecksConfig {

    /// How often this pod looks for documents that wait for their checks; `off` for never.
    @WithDefault("5s")
    String checkEvery();

    Checks checks();

    /// How a check goes on, and what is too much.
    interface Checks {

        /// How many files this pod checks at the same time.
        @WithDefault("2")
        int atOnce();

        /// How long a pod may be at one file before another pod takes it for lost and begins anew.
        @WithDefault("10M")
        Duration lease();

        /// Where files lie while they are checked; the folder for temporary files of the machine where nothing is set.
        Optional<Path> folder();

        /// How long the inspection of one file may take.
        @WithDefault("30S")
        Duration timeLimit();

        /// Pixels of one picture.
        @WithDefault("100000000")
        long maxPixels();

        /// Pages of one document.
        @WithDefault("2000")
        int maxPages();

        /// Files in one package.
        @WithDefault("10000")
        int maxEntries();

        /// Everything in one file, unfolded.
        @WithDefault("1G")
        MemorySize maxUnpacked();

        /// One part of a file, unfolded: more than the pixels of a page in colour at 600 dots per inch.
        @WithDefault("128M")
        MemorySize maxUnpackedPart();

        default Limits limits() {
            return new Limits(
                    timeLimit(),
                    maxPixels(),
                    maxPages(),
                    maxEntries(),
                    maxUnpacked().asLongValue(),
                    maxUnpackedPart().asLongValue());
        }
    }
}
