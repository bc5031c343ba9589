package cn.onenetwork.faults;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// A trace that a client has begun, and where it is in it (W3C Trace Context).
///
/// @param trace  in hexadecimal digits
/// @param parent the span of the client, in hexadecimal digits
record Traceparent(String trace, String parent) {

    static Traceparent begun() {
        return new Traceparent(digits() + digits(), digits());
    }

    private static String digits() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }

    /// What the client sends, which asks for the trace to be kept.
    String header() {
        return "00-" + trace + "-" + parent + "-01";
    }
}
