package cn.onenetwork.platform.crypto;

import java.util.Set;

/// Seals what must be neither read nor altered where it lies, and opens it again.
///
/// A seal is bound to its context, such as `service_case.form:<id>`: a sealed value that was copied to another row
/// does not open there. The same bytes are sealed differently each time, so that nobody sees which rows are alike.
public interface Crypto {

    /// Seals with the active key.
    ///
    /// @param plain   of any length, also empty
    /// @param context where the value lies; it is not kept in the sealed bytes
    /// @return about 40 bytes longer: format version, algorithm, key id, nonce, ciphertext and tag
    byte[] seal(byte[] plain, String context);

    /// @param context the one that the value was sealed with
    /// @throws SealFailure where the bytes were altered, belong to another context or to a key that is not here
    byte[] open(byte[] sealed, String context);

    /// The id of the key that sealed these bytes, whether or not it is here.
    ///
    /// @throws SealFailure where the bytes are no sealed value
    String keyOf(byte[] sealed);

    /// The id of the key that seals now.
    String activeKey();

    /// The ids of all keys that are here, which open what they sealed.
    Set<String> keys();
}
