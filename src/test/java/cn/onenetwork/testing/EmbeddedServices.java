package cn.onenetwork.testing;

import cn.onenetwork.platform.embedded.EmbeddedDatabase;
import cn.onenetwork.platform.embedded.EmbeddedIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A database and an identity provider for every `@QuarkusTest`, found by `META-INF/services`.
///
/// One of each for the whole run, on free ports and in a fresh folder: never the developer's. They outlive a
/// restart of Quarkus between test profiles and end with the JVM. Tests share the database, so each makes its
/// own rows.
public final class EmbeddedServices implements QuarkusTestResourceLifecycleManager {

    private static final String NAME = "test";

    private static final String FOLDER = "one-network.test.folder";

    private static final List<String> FILES = List.of("login.html", "database.log");

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(database().settings());
        settings.putAll(issuer().settings());
        settings.putAll(Remains.logging());
        return settings;
    }

    @Override
    public void stop() {
        // Both are shared by all tests of the JVM and end with it.
    }

    /// The database of this run, for a test that looks into it with another role.
    public static EmbeddedDatabase database() {
        return EmbeddedDatabase.start(new EmbeddedDatabase.Plan(NAME, 0, folder(), false, false));
    }

    /// The identity provider of this run.
    public static EmbeddedIssuer issuer() {
        return EmbeddedIssuer.start(new EmbeddedIssuer.Plan(NAME, 0, folder()));
    }

    /// Where the database of this run is, if any test has needed one.
    public static Optional<Path> runningFolder() {
        return Optional.ofNullable(System.getProperty(FOLDER))
                .map(Path::of)
                .filter(folder -> Files.exists(folder.resolve("database.log")));
    }

    /// A new folder per JVM, which several class loaders share.
    private static Path folder() {
        String known = System.getProperty(FOLDER);
        return known == null ? newFolder() : Path.of(known);
    }

    private static Path newFolder() {
        try {
            Remains.begin();
            Path folder = Files.createTempDirectory("one-network-test");
            System.setProperty(FOLDER, folder.toString());
            // In this order, because the JVM deletes backwards; the database has deleted its own folder by then.
            folder.toFile().deleteOnExit();
            FILES.forEach(file -> folder.resolve(file).toFile().deleteOnExit());
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
