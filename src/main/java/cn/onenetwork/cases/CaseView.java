package cn.onenetwork.cases;

import cn.onenetwork.catalogue.ItemKey;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.DelegatedAction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// A case as it is published, to the one who asked: made inside the unit of work, so that nothing lazy escapes,
/// and only after it was checked that this caller may see it.
@Name("ServiceCase")
@Description("An application for a service item, from the draft to the archive. 办件。")
public record CaseView(
        @Id @NonNull @Description("Opaque and stable. 办件标识。")
        String id,

        @Description("Assigned when the case is submitted: region, day, sequence and check character. 办件编号。") @Nullable
        String caseNo,

        @Ignore Reference reference,
        @NonNull @Description("Where the case stands. 状态。") CaseStatus status,

        @NonNull @Description("The tab of the app in which it is shown. 分组。")
        CaseTab tab,

        @Description("Counts the changes; give it back as expectedVersion. 版本。")
        int version,

        @Description(
                "Version of the item the case was filed under; a later change of the item does not touch it. 事项版本。")
        int itemVersion,

        @Description("Credit code of the corporation it was filed for; null for a person's own case. 所代表法人的统一社会信用代码。")
        @Nullable
        String onBehalfOf,

        @NonNull @Description("By what right the viewer sees it. 查看依据。")
        AccessBasis accessBasis,

        @Description("Sequence of the newest event: subscribe with it. 最新事件序号。")
        int lastSequence,

        @NonNull @Description("What the viewer could do with the case now. 当前可办理的操作。")
        List<@NonNull CaseAction> allowedActions,

        @Description("What the applicant has to supplement, where a notice is open. 补正告知。") @Nullable
        SupplementNotice supplementNotice,

        @Description("Until when an officer keeps the case; null where nobody does. 认领至。") @Nullable
        Instant claimedUntil,

        @Description("Whether it is the viewer who keeps it. 是否本人认领。")
        boolean claimedByViewer,

        @NonNull @Description("When the draft was begun. 创建时间。")
        Instant createdAt,

        @Description("When it was filed; null while it is a draft. 提交时间。") @Nullable
        Instant submittedAt,

        @Description("When the window received it. 收件时间。") @Nullable
        Instant receivedAt,

        @Description("Day of acceptance; the limits run from the next working day. 受理日期。") @Nullable
        LocalDate acceptedOn,

        @Description("When it was decided. 决定时间。") @Nullable Instant decidedAt,
        @Description("When it was closed. 办结时间。") @Nullable Instant closedAt,

        @Description("How it ended; null while it is open. 办结结果。") @Nullable
        ClosureKind closure) {

    static CaseView of(ServiceCase one, Caller caller, Instant now) {
        return new CaseView(
                one.id.toString(),
                one.caseNo,
                new CaseView.Reference(
                        one.id,
                        one.taskCode,
                        one.itemVersion,
                        one.times(),
                        one.yellowOn,
                        one.owner(),
                        one.materials(),
                        one.sealedForm(),
                        Capacity.in(one, caller, DelegatedAction.DRAFT, DelegatedAction.SUPPLEMENT)
                                .orElse(null)),
                one.status(),
                one.status().tab(),
                one.version,
                one.itemVersion,
                one.onBehalfOf,
                CaseAccess.basis(caller, one).orElseThrow(),
                one.lastSequence,
                one.allowedActions(caller, now),
                one.openNotice(),
                one.claimed(now) ? one.claimedUntil : null,
                one.claimed(now) && Objects.equals(caller.subject(), one.claimedBy),
                one.createdAt,
                one.submittedAt,
                one.receivedAt,
                one.acceptedOn,
                one.decidedAt,
                one.closedAt,
                one.closedAt == null ? null : one.closure);
    }

    UUID uuid() {
        return reference.id();
    }

    /// What nested fields need and the schema does not show.
    ///
    /// @param capacity in which the viewer stands to the case; null for who is not on its applicant's side
    public record Reference(
            UUID id,
            String taskCode,
            int itemVersion,
            CaseTimes times,
            @Nullable LocalDate yellowOn,
            String owner,
            CaseMaterials materials,
            SealedForm form,
            @Nullable Capacity capacity) {

        public ItemKey itemKey() {
            return new ItemKey(taskCode, itemVersion);
        }
    }
}
