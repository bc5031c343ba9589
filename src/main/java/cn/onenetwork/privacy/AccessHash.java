package cn.onenetwork.privacy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/// Chains the rows of a case: each hash covers the row and the hash before it. SHA-256 over length-prefixed fields; the
/// database function `access_log_hash` says the same.
final class AccessHash {

    private AccessHash() {}

    /// @param before the hash of the row before; null at the beginning
    static byte[] of(byte @Nullable [] before, AccessRow row, long position) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream fields = new DataOutputStream(bytes)) {
            fields.write(before == null ? new byte[0] : before);
            for (Object field : row.fields(position)) {
                byte[] text = field == null ? new byte[0] : field.toString().getBytes(StandardCharsets.UTF_8);
                fields.writeInt(field == null ? -1 : text.length);
                fields.write(text);
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
