package cn.onenetwork.cases;

import java.util.UUID;

/// A case, and how far its journal has got.
///
/// @param lastSequence of its newest event
public record CasePlace(UUID id, int lastSequence) {}
