package cn.onenetwork.documents.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.documents.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.OptionalAssert;

/// Inspects bytes as a file.
final class Inspected {

    static final String PDF = "application/pdf";
    static final String OFD = "application/ofd";
    static final String JPEG = "image/jpeg";
    static final String PNG = "image/png";

    /// Small ones, so that bombs need not be large.
    static final Limits LIMITS = new Limits(Duration.ofSeconds(20), 1_000_000, 50, 100, 40_000_000, 10_000_000);

    private Inspected() {}

    static Optional<Rejection> as(String mediaType, byte[] bytes) {
        return as(mediaType, bytes, LIMITS);
    }

    static Optional<Rejection> as(String mediaType, byte[] bytes, Limits limits) {
        try {
            Path file = Files.createTempFile("inspected", ".bytes");
            try {
                Files.write(file, bytes);
                return new Inspector(limits).inspect(file, mediaType);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static OptionalAssert<Rejection> assertInspected(String mediaType, byte[] bytes) {
        return assertThat(as(mediaType, bytes));
    }
}
