package cn.onenetwork.documents.scanner;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where clamd listens: `host:port`, or `unix:/path`.
record ClamdAddress(String text) {

    private static final Pattern INTERNET = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\s/]+):(\\d{1,5})");
    private static final String UNIX = "unix:";

    /// @throws IllegalArgumentException where it is neither
    ClamdAddress {
        if (!INTERNET.matcher(text).matches() && !text.startsWith(UNIX + "/")) {
            throw new IllegalArgumentException(
                    "one-network.documents.clamd.address is neither host:port nor unix:/path");
        }
    }

    /// A channel that may be connected to [#resolved()].
    SocketChannel open() throws IOException {
        return text.startsWith(UNIX) ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
    }

    /// Resolved anew each time, because a service moves.
    SocketAddress resolved() {
        if (text.startsWith(UNIX)) {
            return UnixDomainSocketAddress.of(text.substring(UNIX.length()));
        }
        Matcher parts = INTERNET.matcher(text);
        var _ = parts.matches();
        return new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2)));
    }
}
