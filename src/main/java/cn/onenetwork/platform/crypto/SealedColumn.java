package cn.onenetwork.platform.crypto;

import java.util.UUID;

/// A column whose values are sealed, so that a change of keys finds it: `<name>_sealed` holds them, `<name>_key` the
/// id of the key, and `<name>` what was written in plain before. The table has the primary key `id`.
///
/// A room makes a bean of it for each such column.
public interface SealedColumn {

    String table();

    String name();

    /// What the value of this row is sealed for, see [Crypto].
    String context(UUID id);
}
