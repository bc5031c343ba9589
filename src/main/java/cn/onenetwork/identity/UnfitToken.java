package cn.onenetwork.identity;

/// A token that is genuine and still not taken. The reason names claims, never their values; it is for the log, and the
/// client is told nothing of it.
final class UnfitToken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitToken(String reason) {
        super(reason, null, false, false);
    }
}
