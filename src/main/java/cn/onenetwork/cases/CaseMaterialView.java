package cn.onenetwork.cases;

import cn.onenetwork.catalogue.Facts;
import cn.onenetwork.catalogue.RequiredMaterial;
import cn.onenetwork.catalogue.RequiredMaterialView;
import cn.onenetwork.catalogue.Requirement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// A slot for one of the materials that the item asks for.
@Name("CaseMaterial")
@Description("A slot for one of the materials that the item asks for. 办件材料。")
public record CaseMaterialView(
        @NonNull @Description("What is asked for. 所需材料。") RequiredMaterialView material,
        @NonNull @Description("How far it is. 材料状态。") MaterialState state,

        @Description(
                "Whether the case needs it, as far as the answers and the applicant tell: a mandatory material always, a"
                        + " conditional one where its condition holds. 是否必需。")
        boolean required,

        @Description(
                "How far it can be trusted; A where another authority had it, so that nobody has to hand it in. 可信等级。")
        @Nullable
        TrustGrade trustGrade,

        @Description("What the notice of supplement says about it. 补正说明。") @Nullable
        String note,

        @Description("Last day to hand it in, where it was deferred and the case is accepted. 容缺补齐期限。") @Nullable
        LocalDate dueOn,

        @Description(
                "What a commitment in its stead would say: sign it by naming the material in CaseSubmitInput.commitments. Null"
                        + " where the item allows none. 告知承诺书内容。")
        @Nullable
        String commitmentText,

        @Description("What a promise to hand it in later would say: sign it by naming the material in"
                + " CaseSubmitInput.deferred. Null where the item allows none. 容缺承诺书内容。")
        @Nullable
        String deferralText,

        @Ignore Reference reference,
        @Ignore String owner,
        @Ignore MaterialSlot slot) {

    /// The slots of a case, in the order of the item's materials.
    ///
    /// @param facts what is known of the case, which decides what it needs
    static List<CaseMaterialView> of(CaseView one, Facts facts, Moment moment, Locale locale) {
        return moment.item().materials().stream()
                .map(material -> of(one, material, facts, moment, locale))
                .toList();
    }

    private static CaseMaterialView of(
            CaseView one, RequiredMaterial material, Facts facts, Moment moment, Locale locale) {
        MaterialSlot filed = one.reference().materials().slot(material.id());
        MaterialSlot slot = material.generated() && filed.given() == null ? filed.given(TrustGrade.D) : filed;
        return new CaseMaterialView(
                RequiredMaterialView.of(material),
                slot.state(),
                Requirement.of(material, facts),
                slot.trustGrade().orElse(null),
                slot.note(),
                slot.undertaking() == null ? null : slot.undertaking().dueOn(),
                material.allowCommitment()
                        ? CommitmentLetters.wording(Undertaking.Kind.COMMITTED, material, moment, locale)
                        : null,
                material.allowDeferred()
                        ? CommitmentLetters.wording(Undertaking.Kind.DEFERRED, material, moment, locale)
                        : null,
                new Reference(one.uuid(), material.id()),
                one.reference().owner(),
                slot);
    }

    /// What nested fields need and the schema does not show.
    public record Reference(UUID caseId, String materialId) {}

    /// How far a slot is.
    @Description("How far a slot is. 材料状态。")
    public enum MaterialState {
        @Description("Nothing handed in yet. 未提交。")
        MISSING,
        @Description("Handed in. 已提交。")
        PROVIDED,
        @Description("Will be handed in later, by a signed commitment. 容缺。")
        DEFERRED,
        @Description("A commitment stands in for it. 告知承诺。")
        COMMITTED,
        @Description("Has to be supplemented. 待补正。")
        TO_SUPPLEMENT,
        @Description("Checked and accepted by an officer. 审核通过。")
        PASSED,
        @Description("Not accepted by an officer. 审核不通过。")
        REJECTED;

        /// Something was signed in its stead.
        static final Set<MaterialState> PROMISED = Set.of(DEFERRED, COMMITTED);
    }
}
