package cn.onenetwork.authorization;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A prepared case that everybody tries to get at.
///
/// @param name     as the tables call it
/// @param caseNo   null for a draft
/// @param document one of its documents
/// @param material one that its item asks for
/// @param secrets  what only those may ever read who see the case: its ids and number, those of its documents and
///     vouchers, and a word in its form
record Subject(
        String name, String id, @Nullable String caseNo, String document, String material, Set<String> secrets) {}
