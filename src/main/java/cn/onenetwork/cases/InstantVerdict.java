package cn.onenetwork.cases;

import org.jspecify.annotations.Nullable;

/// What the rules of an instant item said of an application.
///
/// @param forTheHuman why they leave the decision to a reviewer; null where they approve
record InstantVerdict(boolean approved, @Nullable String forTheHuman) {}
