package cn.onenetwork.platform;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/// What counts as one address where somebody without a name has to be counted.
public final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /// An IPv4 address as it is; of an IPv6 address the network, its first 64 bits, because whoever has one of
    /// its addresses has all of them (RFC 6177).
    ///
    /// @param address a numeric address, as a connection tells it; anything else is returned as it is
    public static String network(String address) {
        int zone = address.indexOf('%');
        String bare = zone < 0 ? address : address.substring(0, zone);
        if (bare.indexOf(':') < 0) {
            return bare;
        }
        try {
            InetAddress read = InetAddress.getByName(bare);
            return read instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
                    : read.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return bare;
        }
    }
}
