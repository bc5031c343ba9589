package cn.onenetwork.documents.storage;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Where bytes are kept. What has no default here must be set in production, or the service does not start.
@ConfigMapping(prefix = "one-network.documents.storage")
interface StorageConfig {

    /// `FOLDER`: on a disk of this machine. `S3`: in object storage.
    @WithDefault("FOLDER")
    Kind kind();

    /// The folder, for `FOLDER`. It is made where it does not exist.
    Optional<Path> folder();

    /// Object storage, for `S3`.
    S3 s3();

    /// The kinds of storage.
    enum Kind {
        FOLDER,
        S3
    }

    /// How object storage is reached.
    interface S3 {

        /// Its address; without one that of AWS for the region.
        Optional<URI> endpoint();

        /// The region that signatures are made for. Storage that knows no regions accepts any.
        @WithDefault("us-east-1")
        String region();

        /// The bucket; it must exist.
        Optional<String> bucket();

        /// Access key; without one the client looks where AWS clients do (environment, web identity, instance).
        Optional<String> accessKey();

        /// Belongs to the access key.
        Optional<String> secretKey();

        /// Whether the bucket stands in the path and not in the host name, as most storages but AWS want it.
        @WithDefault("true")
        boolean pathStyle();

        /// How long one call may take, with its repetitions; then the storage counts as away.
        @WithDefault("30S")
        Duration timeout();

        /// How long one try of a call may take.
        @WithDefault("15S")
        Duration attemptTimeout();

        /// Bytes of one part of an upload, at least 5 MiB. Larger where 9,000 parts would not suffice.
        @WithDefault("8M")
        MemorySize partSize();

        /// Connections at once.
        @WithDefault("64")
        int connections();
    }
}
