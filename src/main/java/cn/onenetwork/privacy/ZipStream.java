package cn.onenetwork.privacy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packs files one after the other into a ZIP archive (PKWARE APPNOTE 6.3), piece by piece, so that memory
/// holds one piece at a time. Nothing is compressed: what people hand in is mostly compressed already.
final class ZipStream {

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(packed);

    ZipStream() {
        zip.setLevel(Deflater.NO_COMPRESSION);
    }

    /// The pieces of the archive that hold this file. The one before has to be read to its end first.
    Multi<Buffer> file(String name, Multi<Buffer> content) {
        return Multi.createBy()
                .concatenating()
                .streams(
                        piece(() -> zip.putNextEntry(new ZipEntry(name))),
                        content.map(bytes -> written(() -> zip.write(bytes.getBytes()))),
                        piece(zip::closeEntry));
    }

    /// What comes after the last file.
    Multi<Buffer> end() {
        return piece(zip::finish);
    }

    private Multi<Buffer> piece(Step step) {
        return Uni.createFrom().item(() -> written(step)).toMulti();
    }

    private Buffer written(Step step) {
        try {
            step.take();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Buffer bytes = Buffer.buffer(packed.toByteArray());
        packed.reset();
        return bytes;
    }

    @FunctionalInterface
    private interface Step {
        void take() throws IOException;
    }
}
