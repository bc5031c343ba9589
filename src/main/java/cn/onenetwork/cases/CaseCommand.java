package cn.onenetwork.cases;

import org.jspecify.annotations.Nullable;

/// What every action on a case carries; the inputs of the mutations implement it and are hashed as a whole.
public interface CaseCommand {

    /// Opaque, as the client got it.
    String caseId();

    /// What the id is called in the input, for the path of a problem.
    default String idField() {
        return "caseId";
    }

    /// The version the client decided on; null where it does not matter to it.
    @Nullable
    Integer expectedVersion();

    String idempotencyKey();
}
