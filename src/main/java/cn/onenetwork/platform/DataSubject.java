package cn.onenetwork.platform;

import java.util.Set;

/// A person who exercises rights over personal data (个人).
///
/// @param id     the identity provider's id
/// @param owners the keys of all whose cases the rights cover, see `cn.onenetwork.cases.Owner`
public record DataSubject(String id, Set<String> owners) {}
