package cn.onenetwork.edge;

import java.nio.charset.StandardCharsets;

/// Why a socket is closed. Of these `graphql-ws` comes back after 1012, 1013 and 4403, and gives up after the
/// others.
///
/// @param reason for people; a control frame has room for 123 bytes
record Close(int code, String reason) {

    /// The client answers no ping.
    static final Close AWAY = new Close(1001, "No answer to a ping");
    /// The service is being restarted; another pod is there already.
    static final Close RESTART = new Close(1012, "Service Restart");
    static final Close TOO_BIG = new Close(1009, "Message too big");
    static final Close TOO_MANY_SOCKETS = new Close(1013, "Too many sockets");
    static final Close MALFORMED = new Close(4400, "Invalid message");
    static final Close UNAUTHORIZED = new Close(4401, "Unauthorized");
    static final Close FORBIDDEN = new Close(4403, "Forbidden");
    /// Not 4401 and not 1008: clients would give up instead of coming back with a new token.
    static final Close TOKEN_EXPIRES = new Close(4403, "Token expires");
    static final Close SUBPROTOCOL = new Close(4406, "Subprotocol not acceptable");
    static final Close INIT_TIMEOUT = new Close(4408, "Connection initialisation timeout");
    static final Close INIT_TWICE = new Close(4429, "Too many initialisation requests");

    private static final int LONGEST = 123;

    static Close duplicate(String id) {
        return new Close(4409, "Subscriber for " + id + " already exists");
    }

    /// As much of the reason as fits, without half of a character.
    String shortened() {
        byte[] bytes = reason.getBytes(StandardCharsets.UTF_8);
        int end = Math.min(bytes.length, LONGEST);
        while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
