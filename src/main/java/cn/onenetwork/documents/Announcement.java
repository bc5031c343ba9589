package cn.onenetwork.documents;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Refusal;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a client says of a file before it sends it.
///
/// @param size   in bytes
/// @param sha256 64 hexadecimal digits; null where the client cannot tell
public record Announcement(
        String caseId,
        String materialId,
        String fileName,
        String mediaType,
        int size,
        @Nullable String sha256) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    /// @throws Refusal BAD_USER_INPUT where the digest is none
    public Announcement checked(Caller caller) {
        if (sha256 != null && !SHA256.matcher(sha256).matches()) {
            throw Refusal.badInput("sha256", caller.locale());
        }
        return this;
    }

    byte @Nullable [] digest() {
        return sha256 == null ? null : HexFormat.of().parseHex(sha256);
    }
}
