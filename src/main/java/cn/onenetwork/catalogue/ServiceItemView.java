package cn.onenetwork.catalogue;

import cn.onenetwork.identity.RealNameLevel;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// A service item, as the schema shows it: the public service guide (办事指南), the same for everyone.
@Name("ServiceItem")
@Description("A government service item and its guide. 政务服务事项（实施清单与办事指南）。")
public record ServiceItemView(
        @Id @NonNull @Description("Stable over the versions of the item. 事项标识。")
        String id,

        @NonNull @Description("31 characters: who runs which item of the basic catalogue. 实施编码。")
        String taskCode,

        @Description("Version of the item, from 1. A running case keeps its own. 版本。")
        int version,

        @NonNull @Description("Whether the item is offered; see also its dates. 事项状态。")
        ItemState state,

        @NonNull @Description("First day in force. 生效日期。") LocalDate effectiveOn,

        @Description("First day no longer in force. 取消日期。") @Nullable
        LocalDate cancelOn,

        @NonNull @Description("Name of the item. 事项名称。") String name,
        @Description("Name in English. 英文名称。") @Nullable String nameEn,

        @NonNull @Description("Id of the tenant that offers it, see Query.tenants. 所属租户。")
        String tenant,

        @NonNull @Description("Name of the body that runs it. 实施主体。")
        String implementer,

        @NonNull @Description("Kind of power or service. 事项类型。")
        ItemType itemType,

        @NonNull @Description("Decided on the spot or within a promised time. 办件类型。")
        CaseKind caseKind,

        @NonNull @Description("Whom it serves. 服务对象。") List<@NonNull ServiceTarget> targets,

        @NonNull @Description("Codes of its topics, see Query.topics. 主题分类。")
        List<@NonNull String> topics,

        @NonNull @Description("How an application may be handed in. 办理形式。")
        List<@NonNull HandlingForm> handlingForms,

        @Description("Whether it can be applied for online. 是否网上可办。")
        boolean onlineAvailable,

        @NonNull @Description("How much of it is done online. 网办深度。")
        OnlineDepth onlineDepth,

        @Description("How often one has to come in person. 到办事现场次数。")
        int onSiteVisits,

        @Description("Why one has to come in person; null where one has not. 必须现场办理原因。") @Nullable
        String onSiteReason,

        @Description("From where else it can be applied for. 通办范围。") @Nullable
        CrossRegionScope crossRegionScope,

        @NonNull @Description("Limit of the law. 法定办结时限。") TimeLimit statutoryLimit,

        @NonNull @Description("Limit that is promised. 承诺办结时限。")
        TimeLimit promisedLimit,

        @Description(
                "1 - promised / statutory, as a percentage with two decimals; an instant item counts as one working"
                        + " day; null where the two cannot be compared. 时限压缩率（百分比）。")
        @Nullable
        Double compressionRate,

        @NonNull @Description("Real-name level that an applicant needs. 所需实名等级。")
        RealNameLevel requiredRealNameLevel,

        @NonNull @Description("On what the power rests. 设定依据。")
        List<Guide.@NonNull LegalBasis> legalBasis,

        @NonNull @Description("What must be given for an application to be accepted. 受理条件。")
        List<@NonNull String> acceptanceConditions,

        @NonNull @Description("The way from application to result. 办理流程。")
        List<Guide.@NonNull Step> handlingSteps,

        @NonNull @Description("What one gets. 审批结果名称。") String resultName,

        @NonNull @Description("What kind of thing one gets. 审批结果类型。")
        ResultType resultType,

        @Description("Whether a fee is due. 是否收费。") boolean feeRequired,

        @NonNull @Description("The fees; empty where none is due. 收费项目。")
        List<Guide.@NonNull Fee> fees,

        @NonNull @Description("Where to ask. 咨询方式。") Guide.Contact consultation,
        @NonNull @Description("Where to complain. 监督投诉方式。") Guide.Contact complaint,

        @NonNull @Description("Where it can be handled in person. 办理窗口。")
        List<@NonNull ServiceWindow> windows,

        @NonNull @Description("Questions often asked. 常见问题。")
        List<Guide.@NonNull Faq> faqs,

        @NonNull @Description("What has to be handed in, in order. 申请材料。")
        List<@NonNull RequiredMaterialView> materials,

        @NonNull
        @Description("JSON Schema 2020-12 of the application form, with the annotations x-enumTitles, x-unit,"
                + " x-prefill and x-sensitive. 申请表单（JSON Schema）。")
        JsonObject formSchema,

        @NonNull
        @Description("Sections of the form with their fields, each once and in order; visibleWhen is CEL over"
                + " `form`. 表单布局。")
        JsonValue formLayout,

        @NonNull @Description("A form filled in rightly, with invented data. 表单填写示例。")
        JsonObject formExample) {

    public static ServiceItemView of(ServiceItem item) {
        return new ServiceItemView(
                item.id(),
                item.taskCode(),
                item.version(),
                item.state(),
                item.effectiveOn(),
                item.cancelOn(),
                item.name(),
                item.nameEn(),
                item.tenantId(),
                item.implementerName(),
                item.itemType(),
                item.caseKind(),
                item.targets().stream().sorted().toList(),
                item.topics(),
                item.handlingForms().stream().sorted().toList(),
                item.onlineAvailable(),
                item.onlineDepth(),
                item.onSiteVisits(),
                item.onSiteReason(),
                item.crossRegionScope(),
                item.statutoryLimit(),
                item.promisedLimit(),
                item.compressionRate().map(BigDecimal::doubleValue).orElse(null),
                item.requiredRealNameLevel(),
                item.legalBasis(),
                item.acceptanceConditions(),
                item.handlingSteps(),
                item.result().name(),
                item.resultType(),
                item.feeRequired(),
                item.fees(),
                item.consultation(),
                item.complaint(),
                windows(item),
                item.faqs(),
                materials(item),
                item.formSchema(),
                item.formLayout(),
                item.formExample());
    }

    /// Whether people can apply for the item on that day of Asia/Shanghai.
    boolean inForce(LocalDate day) {
        return ServiceItem.inForce(state, effectiveOn, cancelOn, day);
    }

    private static List<ServiceWindow> windows(ServiceItem item) {
        return item.windows().stream()
                .flatMap(
                        counter -> item
                                .tenant()
                                .hall(counter.hallId())
                                .map(hall -> ServiceWindow.of(hall, counter.counter()))
                                .stream())
                .toList();
    }

    private static List<RequiredMaterialView> materials(ServiceItem item) {
        return item.materials().stream()
                .sorted(Comparator.comparingInt(RequiredMaterial::order))
                .map(RequiredMaterialView::of)
                .toList();
    }
}
