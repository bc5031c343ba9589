package cn.onenetwork.catalogue;

import cn.onenetwork.identity.RealNameLevel;
import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One version of a government service item (政务服务事项实施清单), with its materials, its form and its guide.
///
/// The components are the fields of an item library (domain names of the national exchange tables, GB/T
/// 39046-2020), so that an item is read straight from what was imported. A value of this type has passed
/// [ItemRules].
///
/// @param id                    slug, stable over the versions
/// @param taskCode              实施编码, 31 characters, see [TaskCode]
/// @param handlingItemCode      业务办理项编码: the task code and two digits
/// @param effectiveOn           first day in force
/// @param cancelOn              first day no longer in force
/// @param onSiteVisits          how often an applicant has to come in person
/// @param requiredRealNameLevel what the identity of an applicant must have been proven to
/// @param approvalRules         under which an instant item approves itself; empty on others
/// @param tenant                whose item it is
public record ServiceItem(
        String id,
        String tenantId,
        String taskCode,
        String catalogCode,
        @Nullable String handlingItemCode,
        int version,
        ItemState state,
        LocalDate effectiveOn,
        @Nullable LocalDate revisedOn,
        @Nullable LocalDate cancelOn,
        String name,
        @Nullable String nameEn,
        ItemType itemType,
        String itemTypeCode,
        String implementerId,
        Guide.Implementer implementer,
        @Nullable List<String> jointDepartments,
        ExerciseLevel exerciseLevel,
        Set<ServiceTarget> targets,
        CaseKind caseKind,
        TimeLimit statutoryLimit,
        TimeLimit promisedLimit,
        Set<HandlingForm> handlingForms,
        boolean onlineAvailable,
        OnlineDepth onlineDepth,
        int onSiteVisits,
        @Nullable String onSiteReason,
        @Nullable CrossRegionScope crossRegionScope,
        RealNameLevel requiredRealNameLevel,
        List<Guide.LegalBasis> legalBasis,
        List<String> acceptanceConditions,
        List<Guide.Step> handlingSteps,
        List<Guide.SpecialProcedure> specialProcedures,
        Guide.Result result,
        boolean feeRequired,
        @Nullable String feeBasis,
        List<Guide.Fee> fees,
        Guide.Contact consultation,
        Guide.Contact complaint,
        List<Guide.Counter> windows,
        Guide.Flags flags,
        @Nullable String quantityLimit,
        List<String> topics,
        List<Guide.Faq> faqs,
        List<RequiredMaterial> materials,
        @JsonProperty("form") ApplicationForm applicationForm,
        JsonValue formLayout,
        JsonObject formExample,
        @JsonProperty("autoApproval") @Nullable ApprovalRules approvalRules,
        @JacksonInject Tenant tenant) {

    private static final int RULES_DIGITS = 16;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public ServiceItem {
        jointDepartments = jointDepartments == null ? List.of() : List.copyOf(jointDepartments);
        targets = Set.copyOf(targets);
        handlingForms = Set.copyOf(handlingForms);
        legalBasis = List.copyOf(legalBasis);
        acceptanceConditions = List.copyOf(acceptanceConditions);
        handlingSteps = List.copyOf(handlingSteps);
        specialProcedures = List.copyOf(specialProcedures);
        fees = List.copyOf(fees);
        windows = List.copyOf(windows);
        topics = List.copyOf(topics);
        faqs = List.copyOf(faqs);
        materials = List.copyOf(materials);
        approvalRules = Objects.requireNonNullElse(approvalRules, ApprovalRules.NONE);
    }

    /// Never null: the component is only where the library leaves it out.
    @Override
    public ApprovalRules approvalRules() {
        return Objects.requireNonNullElse(approvalRules, ApprovalRules.NONE);
    }

    /// Which rules a decision was made under: task code and version of the item, and the beginning of the
    /// digest of the rules' texts, such as `...@3:5e884898da280471`.
    public String approvalRulesVersion() {
        return taskCode + "@" + version + ":" + approvalRules().digest().substring(0, RULES_DIGITS);
    }

    /// Never null: the component is only where the library leaves it out.
    @Override
    public List<String> jointDepartments() {
        return Objects.requireNonNullElse(jointDepartments, List.of());
    }

    public ItemKey key() {
        return new ItemKey(taskCode, version);
    }

    /// Region of the tenant, the prefix of its case numbers.
    public String tenantRegionCode() {
        return tenant.regionCode();
    }

    /// Name of the body that runs the item.
    public String implementerName() {
        return implementer.name();
    }

    /// What an approved application ends with.
    public ResultType resultType() {
        return result.type();
    }

    /// The application form, ready to check what applicants fill in.
    public FormSchema form() {
        return applicationForm.compiled();
    }

    /// JSON Schema 2020-12 of the application form, as imported.
    public JsonObject formSchema() {
        return applicationForm.json();
    }

    /// The material of this id; empty where the item asks for no such thing.
    public Optional<RequiredMaterial> material(String materialId) {
        return materials.stream()
                .filter(material -> material.id().equals(materialId))
                .findFirst();
    }

    /// Whether people can apply for the item on that day.
    ///
    /// @param day calendar day in Asia/Shanghai
    public boolean effectiveOn(LocalDate day) {
        return inForce(state, effectiveOn, cancelOn, day);
    }

    static boolean inForce(ItemState state, LocalDate effectiveOn, @Nullable LocalDate cancelOn, LocalDate day) {
        return state == ItemState.IN_USE && !day.isBefore(effectiveOn) && (cancelOn == null || day.isBefore(cancelOn));
    }

    /// By how much the promise is shorter than the law allows (压缩率): 1 - promised / statutory as a
    /// percentage with two decimals, e.g. 85.71. An instant item counts as one working day. Empty where the law
    /// sets no limit or the two are counted in different units.
    public Optional<BigDecimal> compressionRate() {
        return comparable() ? Optional.of(compression(countedDays(), statutoryLimit.value())) : Optional.empty();
    }

    /// 1 - promised / statutory, as a percentage with two decimals. For several items: of the sums, not of the
    /// ratios.
    static BigDecimal compression(int promised, int statutory) {
        return BigDecimal.ONE
                .subtract(BigDecimal.valueOf(promised).divide(BigDecimal.valueOf(statutory), 4, RoundingMode.HALF_UP))
                .multiply(HUNDRED)
                .setScale(2);
    }

    /// Whether promise and law can be compared at all.
    boolean comparable() {
        return statutoryLimit.value() > 0 && statutoryLimit.unit() == countedUnit();
    }

    /// What the promise counts as, in days.
    int countedDays() {
        return caseKind == CaseKind.INSTANT ? 1 : promisedLimit.value();
    }

    private TimeLimitUnit countedUnit() {
        return caseKind == CaseKind.INSTANT ? TimeLimitUnit.WORKING_DAY : promisedLimit.unit();
    }
}
