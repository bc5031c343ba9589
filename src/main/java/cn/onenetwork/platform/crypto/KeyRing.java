package cn.onenetwork.platform.crypto;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The keys of the installation, and the one that seals now. The others only open.
record KeyRing(CryptoKey active, Map<String, CryptoKey> keys) {

    /// @param written the keys by their ids, each as [CryptoKey#of] reads it
    /// @throws IllegalArgumentException with a line that says what is wrong, without any part of a key
    static KeyRing of(String activeKey, Map<String, String> written) {
        Map<String, CryptoKey> keys = new HashMap<>();
        written.forEach((id, key) -> keys.put(id, CryptoKey.of(id, key)));
        CryptoKey active = keys.get(activeKey);
        if (active == null) {
            throw new IllegalArgumentException(
                    "one-network.crypto.active names a key that is not under one-network.crypto.keys");
        }
        return new KeyRing(active, Map.copyOf(keys));
    }

    Optional<CryptoKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }
}
