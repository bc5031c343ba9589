package cn.onenetwork.cases;

import cn.onenetwork.identity.AccountKind;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened to a case: what a verb of the aggregate returns and the journal keeps.
///
/// @param caseNo  null while the case is a draft
/// @param from    null for the first event
/// @param actorId the provider's id of who did it; null for the system
/// @param dueOn   the due day after this event, where a clock runs
/// @param clock   what it does to the clocks
/// @param previousHash hash of the event before it; null for the first
/// @param principal for whom the applicant's side acted, by its key; null for staff and the system
/// @param delegation by which delegation; null where the token gave the right
/// @param content what the official voucher of the event says beyond number and dates
/// @param vouchers the official vouchers it issues; none before they have their numbers
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
        @Nullable LocalDate dueOn,
        ClockEffect clock,
        byte @Nullable [] previousHash,
        @Nullable String principal,
        @Nullable UUID delegation,
        JsonObject content,
        List<Voucher> vouchers) {

    /// The hash that chains this event, and the vouchers it issues, to the one before it.
    byte[] hash() {
        return JournalHash.of(previousHash, this, VoucherDigest.of(vouchers));
    }

    /// The same event with its vouchers, after another one.
    CaseEvent certified(byte @Nullable [] after, List<Voucher> issued) {
        return new CaseEvent(
                caseId,
                caseNo,
                sequence,
                kind,
                from,
                to,
                at,
                actor,
                actorId,
                note,
                dueOn,
                clock,
                after,
                principal,
                delegation,
                content,
                issued);
    }
}
