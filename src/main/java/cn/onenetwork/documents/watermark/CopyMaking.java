package cn.onenetwork.documents.watermark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Makes one copy, from file to file, on the thread of a worker.
final class CopyMaking {

    private CopyMaking() {}

    static Copy made(WatermarkedCopies.Key key, Path from, Path to, WatermarkConfig config) {
        String format = key.original().format();
        if (format.equals("pdf")) {
            PdfWatermark.draw(from, to, key.watermark(), Letters.ALL, seed(key), config.maxPdfObjects());
        } else {
            Picture.draw(
                    from,
                    to,
                    format,
                    key.watermark(),
                    Letters.ALL,
                    config.imageMemory().asLongValue());
        }
        return new Copy(to, size(to), HexFormat.of().formatHex(digest(to)));
    }

    /// The same for the same copy on every pod, so that its parts fit together wherever they come from.
    private static long seed(WatermarkedCopies.Key key) {
        byte[] text =
                (key.original().id() + String.join("\n", key.watermark().lines())).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(sha256().digest(text)).getLong();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] digest(Path file) {
        MessageDigest digest = sha256();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            long _ = bytes.transferTo(OutputStream.nullOutputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }

    /// Read when the first watermark is drawn; most pods of applicants never need it.
    private static final class Letters {
        private static final Lettering ALL = new Lettering();
    }
}
