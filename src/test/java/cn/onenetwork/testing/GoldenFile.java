package cn.onenetwork.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of the source tree that is made from the code and kept in version control, so that a review shows
/// what changed.
///
/// Tests only compare; with `-Dschema.update` they write.
public final class GoldenFile {

    private static final Path MADE = Path.of("target", "golden");

    private final Path file;
    private final String test;

    private GoldenFile(Path file, String test) {
        this.file = file;
        this.test = test;
    }

    /// @param file in the source tree
    /// @param test what to run to bring it up to date
    public static GoldenFile of(Path file, Class<?> test) {
        return new GoldenFile(file, test.getSimpleName());
    }

    /// Fails, with the lines that differ, where the file does not say exactly this; or makes it say so.
    public void mustSay(String text) {
        try {
            if (Boolean.getBoolean("schema.update")) {
                Files.writeString(file, text);
            }
            Path made = Files.createDirectories(MADE).resolve(file.getFileName());
            Files.writeString(made, text);
            String remedy = file + " is out of date. If the change is meant, run: ./mvnw test -Dtest=" + test
                    + " -Dschema.update";
            assertThat(file).as(remedy).exists();
            assertThat(made).as(remedy).hasSameTextualContentAs(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
