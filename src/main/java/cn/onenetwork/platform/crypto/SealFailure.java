package cn.onenetwork.platform.crypto;

/// Sealed bytes that do not open. The message holds no part of them, and of keys only their ids.
public final class SealFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private SealFailure(String message) {
        super(message);
    }

    static SealFailure noSealedValue() {
        return new SealFailure("these bytes are no sealed value of a format known here");
    }

    static SealFailure unknownKey(String id) {
        return new SealFailure("sealed with the key " + id + ", which is not configured");
    }

    /// Altered, or taken from another place: authenticated encryption cannot tell which.
    static SealFailure broken(String id) {
        return new SealFailure("a value sealed with the key " + id + " was altered, or belongs somewhere else");
    }
}
