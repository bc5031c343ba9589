package cn.onenetwork.cases;

import cn.onenetwork.identity.AccountKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened to a case: what a verb of the aggregate returns and the journal keeps.
///
/// @param caseNo  null while the case is a draft
/// @param from    null for the first event
/// @param actorId the provider's id of who did it; null for the system
/// @param dueOn   the due day after this event, where a clock runs
public record CaseEvent(
        UUID caseId,
        @Nullable String caseNo,
        int sequence,
        CaseEventKind kind,
        @Nullable CaseStatus from,
        CaseStatus to,
        Instant at,
        AccountKind actor,
        @Nullable String actorId,
        @Nullable String note,
        @Nullable LocalDate dueOn) {}
