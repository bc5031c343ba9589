package cn.onenetwork.catalogue;

import org.jspecify.annotations.Nullable;

/// Which items are looked for; null means any.
///
/// @param text       words that name, English name or implementer contain, all of them; upper and lower case,
///     full and half width are the same
/// @param tenant     id of a tenant
/// @param topic      code of a topic
/// @param onlineOnly whether only items that can be applied for online are looked for
public record ItemFilter(
        @Nullable String text,
        @Nullable String tenant,
        @Nullable ServiceTarget target,
        @Nullable String topic,
        @Nullable CaseKind caseKind,
        boolean onlineOnly) {

    /// Every item in force.
    public static final ItemFilter ANY = new ItemFilter(null, null, null, null, null, false);
}
