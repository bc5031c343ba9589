package cn.onenetwork.catalogue;

import static cn.onenetwork.catalogue.ItemRule.placed;
import static cn.onenetwork.catalogue.ItemRule.rule;

import cn.onenetwork.catalogue.ImportReport.Finding;
import cn.onenetwork.identity.UnifiedSocialCreditCode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an item must keep to, so that it can be shown and served. Rules 1 to 7 are those of an audit of item
/// libraries and of GB/T 39046-2020; the others keep what refers to an item from pointing nowhere.
///
/// Adding a rule is adding a line. Codes are stable, because operators sort their work by them.
final class ItemRules {

    private static final Pattern PHONE =
            Pattern.compile("0\\d{2,3}-\\d{7,8}(-\\d{1,6})?|1[02-9]\\d{3}|400-?\\d{3}-?\\d{4}");
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,99}");
    private static final Set<String> NONE = Set.of("", "无", "none");
    private static final int LARGEST_MATERIAL_MB = 1_024;

    static final List<ItemRule> ALL = List.of(
            // codes
            rule(
                    "ID_SHAPE",
                    "An id is lower-case letters, digits and hyphens. 事项标识格式有误。",
                    item -> SLUG.matcher(item.id()).matches()),
            rule(
                    "TASK_CODE_SHAPE",
                    "A task code has 31 characters: 18, 1 and 12. 实施编码格式有误。",
                    item -> item.taskCode().length() == 31 && task(item).isPresent()),
            rule(
                    "TASK_CODE_CHECK_DIGIT",
                    "The credit code in the task code fails its check. 实施编码中信用代码校验位有误。",
                    item -> inCode(
                            item,
                            code -> UnifiedSocialCreditCode.parse(code.organisation())
                                    .isPresent())),
            rule(
                    "TASK_CODE_IMPLEMENTER",
                    "The task code is another body's. 实施编码与实施主体不符。",
                    item -> inCode(
                            item,
                            code -> code.organisation()
                                    .equals(item.implementer().code()))),
            rule(
                    "TASK_CODE_LEVEL",
                    "The task code has another level of exercise. 实施编码与行使层级不符。",
                    item -> inCode(item, code -> item.exerciseLevel().code().equals(String.valueOf(code.level())))),
            rule(
                    "CATALOG_CODE_DISAGREES",
                    "The task code ends with another catalogue code. 实施编码与基本编码不符。",
                    item -> inCode(item, code -> code.catalogCode().equals(item.catalogCode()))),
            rule(
                    "HANDLING_ITEM_CODE_DISAGREES",
                    "It must be the task code and two digits. 业务办理项编码与实施编码不符。",
                    item -> item.handlingItemCode() == null
                            || item.handlingItemCode().matches(item.taskCode() + "\\d{2}")),
            rule(
                    "ITEM_TYPE_CODE_DISAGREES",
                    "Type, its code and the catalogue code disagree. 事项类型与编码不符。",
                    item -> item.itemType().code().equals(item.itemTypeCode())
                            && item.catalogCode().startsWith(item.itemTypeCode(), 2)),
            rule("VERSION_NOT_POSITIVE", "Versions count from 1. 版本号应大于零。", item -> item.version() > 0),
            // references
            rule(
                    "DUPLICATE_TASK_CODE",
                    "This task code and version occur twice. 实施编码与版本重复。",
                    (item, library) -> library.unique(item.key())),
            rule("DUPLICATE_ID", "Another item has this id. 事项标识重复。", (item, library) -> library.oneItem(item.id())),
            rule(
                    "TOPIC_UNKNOWN",
                    "The library has no such topic. 主题不存在。",
                    (item, library) -> library.topics().containsAll(item.topics())),
            rule(
                    "IMPLEMENTER_UNKNOWN",
                    "The tenant has no such body. 实施主体不存在。",
                    item -> item.tenant().implementer(item.implementerId()).isPresent()),
            rule(
                    "IMPLEMENTER_DISAGREES",
                    "Code or name of the body is not the tenant's. 实施主体信息不一致。",
                    item -> item.tenant()
                            .implementer(item.implementerId())
                            .map(body -> new Guide.Implementer(body.code(), body.name()))
                            .filter(body -> !body.equals(item.implementer()))
                            .isEmpty()),
            rule(
                    "HALL_UNKNOWN",
                    "The tenant has no such hall. 大厅不存在。",
                    item -> item.windows().stream()
                            .allMatch(window ->
                                    item.tenant().hall(window.hallId()).isPresent())),
            // names and dates
            rule(
                    "NAME_BLANK",
                    "An item needs a name. 事项名称不能为空。",
                    item -> !item.name().isBlank()),
            rule(
                    "TARGETS_EMPTY",
                    "An item serves somebody. 服务对象不能为空。",
                    item -> !item.targets().isEmpty()),
            rule(
                    "DATES_OUT_OF_ORDER",
                    "An item takes effect before it is cancelled. 生效日期应早于取消日期。",
                    item -> item.cancelOn() == null || item.effectiveOn().isBefore(item.cancelOn())),
            rule(
                    "CANCEL_DATE_REQUIRED",
                    "A cancelled item says since when. 已取消事项须注明取消日期。",
                    item -> item.state() != ItemState.CANCELLED || item.cancelOn() != null),
            // rules 1 to 3: coming in person
            rule(
                    "ON_SITE_VISITS_NEGATIVE",
                    "Visits cannot be less than none. 到现场次数不能为负。",
                    item -> item.onSiteVisits() >= 0),
            rule(
                    "ON_SITE_REASON_REQUIRED",
                    "A visit needs a reason. 须说明必须现场办理的原因。",
                    item -> item.onSiteVisits() <= 0 || !none(item.onSiteReason())),
            rule(
                    "ON_SITE_REASON_WITHOUT_VISIT",
                    "No visit, no reason for one. 无需到现场的不应填写原因。",
                    item -> item.onSiteVisits() != 0 || none(item.onSiteReason())),
            rule(
                    "EXPRESS_REQUIRED",
                    "Neither online nor in person: then by courier. 非网办且零次到场的须支持快递申请。",
                    item -> item.onSiteVisits() != 0
                            || item.onlineAvailable()
                            || item.handlingForms().contains(HandlingForm.EXPRESS)),
            rule(
                    "FULL_ONLINE_WITH_VISITS",
                    "All online means no visit. 全程网办事项到现场次数应为零。",
                    item -> item.onlineDepth() != OnlineDepth.FULL_ONLINE || item.onSiteVisits() <= 0),
            // rule 4: fees
            rule(
                    "FEE_BASIS_REQUIRED",
                    "A fee needs a basis. 收费须有依据。",
                    item -> !item.feeRequired() || !none(item.feeBasis())),
            rule(
                    "FEE_ONLINE_PAYMENT_REQUIRED",
                    "A fee can be paid online. 收费事项须支持网上支付。",
                    item -> !item.feeRequired() || item.flags().onlinePayment()),
            rule(
                    "FEE_STANDARD_REQUIRED",
                    "A fee says what and how much. 收费须列明项目和标准。",
                    item -> !item.feeRequired()
                            || !item.fees().isEmpty()
                                    && item.fees().stream().noneMatch(fee -> none(fee.name()) || none(fee.standard()))),
            // rule 5: telephones
            rule(
                    "PHONE_SHAPE",
                    "Phones have an area code, or are a service number. 电话须含区号。",
                    item -> PHONE.matcher(item.consultation().phone()).matches()
                            && PHONE.matcher(item.complaint().phone()).matches()),
            rule(
                    "PHONES_EQUAL",
                    "Questions and complaints go to different phones. 咨询与投诉电话不能相同。",
                    item -> !item.consultation().phone().equals(item.complaint().phone())),
            // rule 6: results
            rule(
                    "RESULT_NOT_A_LICENCE",
                    "A 批复 is no licence. 批复不属于证照。",
                    item -> !item.result().name().contains("批复") || item.resultType() != ResultType.LICENCE),
            // rule 7: limits
            rule(
                    "LIMIT_NEGATIVE",
                    "A limit is not negative. 时限不能为负。",
                    item -> item.statutoryLimit().value() >= 0
                            && item.promisedLimit().value() >= 0),
            rule(
                    "PROMISED_EXCEEDS_STATUTORY",
                    "The promise is longer than the law. 承诺时限不得超过法定时限。",
                    item -> item.statutoryLimit().value() <= 0
                            || item.statutoryLimit().unit()
                                    != item.promisedLimit().unit()
                            || item.promisedLimit().value()
                                    <= item.statutoryLimit().value()),
            rule(
                    "INSTANT_LIMIT",
                    "An instant item promises 0 or 1 working day. 即办件承诺时限应为 0 或 1 个工作日。",
                    item -> item.caseKind() != CaseKind.INSTANT
                            || item.promisedLimit().value() <= 1
                                    && item.promisedLimit().unit() == TimeLimitUnit.WORKING_DAY),
            rule(
                    "AUTO_APPROVAL_NOT_INSTANT",
                    "Only instant items approve themselves. 仅即办件可自动审批。",
                    item -> item.caseKind() == CaseKind.INSTANT
                            || item.approvalRules().isEmpty()),
            placed(
                    "APPROVAL_RULE_BROKEN",
                    "An approval rule cannot be compiled. 自动审批规则有误。",
                    item -> item.approvalRules().broken()),
            // materials
            rule(
                    "MATERIAL_ID_DUPLICATE",
                    "Two materials have the same id or key. 材料标识重复。",
                    item -> distinct(item.materials(), RequiredMaterial::id)
                            && distinct(item.materials(), RequiredMaterial::key)),
            rule(
                    "DEFERRAL_NOT_MANDATORY",
                    "Only mandatory materials can come later. 仅必要材料可容缺。",
                    item -> materials(
                            item,
                            material ->
                                    !material.allowDeferred() || material.necessity() == MaterialNecessity.MANDATORY)),
            rule(
                    "MATERIAL_CONDITION",
                    "A conditional material says when, others do not. 条件必要材料须注明条件。",
                    item -> materials(
                            item,
                            material -> (material.necessity() == MaterialNecessity.CONDITIONAL)
                                    == !none(material.requiredWhen()))),
            rule(
                    "MATERIAL_SIZE",
                    "A material allows 1 to 1,024 MB. 材料大小上限应为 1 至 1,024 MB。",
                    item -> materials(
                            item, material -> material.maxSizeMb() > 0 && material.maxSizeMb() <= LARGEST_MATERIAL_MB)),
            rule(
                    "MATERIAL_MEDIA_TYPES",
                    "A material allows some type of file. 材料须允许至少一种文件类型。",
                    item -> materials(item, material -> !material.mediaTypes().isEmpty())),
            // form
            placed("FORM_SCHEMA_BROKEN", "No form can be checked with the schema. 表单模式有误。", FormRules::schema),
            placed("FORM_EXAMPLE_INVALID", "The example does not keep to the schema. 表单示例不符合表单模式。", FormRules::example),
            placed(
                    "FORM_LAYOUT_DISAGREES",
                    "The layout lists each field once, no other. 表单布局须列出每个字段且仅一次。",
                    FormRules::layout));

    private ItemRules() {}

    /// All that is wrong with an item; none if it can be served.
    static List<Finding> findings(ServiceItem item, LibraryFacts library) {
        return ALL.stream()
                .flatMap(rule -> rule.finding(item, library).stream())
                .toList();
    }

    private static Optional<TaskCode> task(ServiceItem item) {
        return TaskCode.parse(item.taskCode());
    }

    /// Holds also where there is no code to look at: one mistake, one finding.
    private static boolean inCode(ServiceItem item, Predicate<TaskCode> rule) {
        return task(item).filter(rule.negate()).isEmpty();
    }

    private static boolean materials(ServiceItem item, Predicate<RequiredMaterial> rule) {
        return item.materials().stream().allMatch(rule);
    }

    private static <T> boolean distinct(List<T> things, Function<T, String> name) {
        return things.stream().map(name).allMatch(new HashSet<String>()::add);
    }

    private static boolean none(@Nullable String text) {
        return text == null || NONE.contains(text.strip());
    }
}
