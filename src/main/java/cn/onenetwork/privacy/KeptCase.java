package cn.onenetwork.privacy;

import cn.onenetwork.cases.CaseStatus;
import cn.onenetwork.cases.ClosureKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What decides how long a case is kept.
///
/// @param changedAt when something happened to it last
record KeptCase(
        UUID id,
        @Nullable String caseNo,
        CaseStatus status,
        @Nullable ClosureKind closure,
        boolean accepted,
        Instant changedAt,
        @Nullable Instant closedAt) {

    /// The database has the same rule for what may be erased, in `case_erase`.
    DataClass dataClass() {
        if (status == CaseStatus.DRAFT) {
            return DataClass.DRAFT;
        }
        if (closedAt == null) {
            return DataClass.CASE_IN_PROGRESS;
        }
        if (closure == ClosureKind.VOIDED && !accepted) {
            return DataClass.WITHDRAWN_APPLICATION;
        }
        return closure == ClosureKind.LICENCE_ISSUED ? DataClass.LICENCE_FILE : DataClass.CASE_FILE;
    }

    Instant since() {
        return closedAt == null ? changedAt : closedAt;
    }
}
