package cn.onenetwork.cases;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chains the events of a case: each hash covers the event, its vouchers and the hash before it, so that no row can be
/// changed, left out or slipped in without breaking all that follow. SHA-256 over length-prefixed fields.
final class JournalHash {

    private JournalHash() {}

    /// The hash of an event after the one whose hash is given; null stands for the beginning.
    ///
    /// @param vouchers the digest of its vouchers; null where it issues none, and then the hash is as it was before
    ///     there were digests
    static byte[] of(byte @Nullable [] previous, CaseEvent event, byte @Nullable [] vouchers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream fields = new DataOutputStream(bytes)) {
            fields.write(previous == null ? new byte[0] : previous);
            for (Object field : fields(event)) {
                byte[] text = field == null ? new byte[0] : field.toString().getBytes(StandardCharsets.UTF_8);
                fields.writeInt(field == null ? -1 : text.length);
                fields.write(text);
            }
            fields.write(vouchers == null ? new byte[0] : vouchers);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return sha256(bytes.toByteArray());
    }

    /// For whom and by which delegation somebody acted was not written down at first; events without either are
    /// hashed as they were then.
    private static List<@Nullable Object> fields(CaseEvent event) {
        List<@Nullable Object> fields = new ArrayList<>(Arrays.asList(
                event.caseId(),
                event.caseNo(),
                event.sequence(),
                event.kind(),
                event.from(),
                event.to(),
                event.at(),
                event.actor(),
                event.actorId(),
                event.note(),
                event.dueOn(),
                event.clock()));
        if (event.principal() != null || event.delegation() != null) {
            fields.add(event.principal());
            fields.add(event.delegation());
        }
        return fields;
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
