package cn.onenetwork.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;

/// The official vouchers of a case (公文凭证), and the events they are issued at.
@Description("An official voucher. 公文凭证类型。")
public enum VoucherType {
    @Description("Receipt. 收件凭证。")
    RECEIPT("SJ", CaseEventKind.RECEIVED),
    @Description("Once-and-complete notice of what is missing. 一次性补正告知书。")
    SUPPLEMENT_NOTICE("BZ", CaseEventKind.SUPPLEMENT_REQUIRED, CaseEventKind.RETURNED),
    @Description("Notice of acceptance, with the due day. 受理通知书。")
    ACCEPTANCE_NOTICE("SL", CaseEventKind.ACCEPTED, CaseEventKind.DEEMED_ACCEPTED),
    @Description("Notice of deferral: what is handed in later, by when, and what follows if it is not. 容缺受理通知书。")
    DEFERRED_NOTICE("RQ"),
    @Description("Notice of non-acceptance, with reason and remedy. 不予受理通知书。")
    NON_ACCEPTANCE_NOTICE("BS", CaseEventKind.REFUSED),
    @Description("Notice of a special procedure, with the time it needs. 特别程序告知书。")
    SPECIAL_PROCEDURE_NOTICE("TB", CaseEventKind.SUSPENDED),
    @Description("Notice of an extension, with the reasons. 延期告知书。")
    EXTENSION_NOTICE("YQ", CaseEventKind.EXTENDED),
    @Description("Decision in favour. 准予许可决定书。")
    APPROVAL_DECISION("XK", CaseEventKind.APPROVED),
    @Description("Decision against, with reasons and remedy. 不予许可决定书。")
    REJECTION_DECISION("BX", CaseEventKind.REJECTED),
    @Description("Receipt of delivery. 送达回证。")
    DELIVERY_RECEIPT("SD", CaseEventKind.DELIVERED),
    @Description("Notice of closure. 办结通知书。")
    CLOSURE_NOTICE("BJ", CaseEventKind.COMPLETED, CaseEventKind.LAPSED, CaseEventKind.TERMINATED);

    private final String code;
    private final Set<CaseEventKind> issuedAt;

    VoucherType(String code, CaseEventKind... issuedAt) {
        this.code = code;
        this.issuedAt = Set.of(issuedAt);
    }

    /// What the event is certified by, if by anything: an acceptance that leaves materials for later by two.
    static List<VoucherType> of(CaseEvent event) {
        return Arrays.stream(values())
                .filter(type -> type == DEFERRED_NOTICE
                        ? event.content().containsKey(Deferral.LIST)
                        : type.issuedAt.contains(event.kind()))
                .toList();
    }

    /// Whether it can be issued at such an event at all; the notice of deferral comes with that of acceptance.
    boolean certifies(CaseEventKind kind) {
        return (this == DEFERRED_NOTICE ? ACCEPTANCE_NOTICE : this).issuedAt.contains(kind);
    }

    /// The number of the n-th voucher of this type that a region issues in a year, e.g.
    /// `520198-SL-2026-000001`.
    String number(String regionCode, int year, int sequence) {
        return String.format(Locale.ROOT, "%s-%s-%d-%06d", regionCode, code, year, sequence);
    }
}
