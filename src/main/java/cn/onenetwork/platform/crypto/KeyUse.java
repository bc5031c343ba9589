package cn.onenetwork.platform.crypto;

/// How much a key is used.
///
/// @param configured whether it is here; what was sealed with a key that is not cannot be read
/// @param values     how many values it has sealed: with none left it may be taken out of the configuration
public record KeyUse(String id, boolean active, boolean configured, long values) {}
