package cn.onenetwork.cases;

import cn.onenetwork.catalogue.RequiredMaterial;
import cn.onenetwork.catalogue.RequiredMaterialView;
import cn.onenetwork.catalogue.ServiceItem;
import java.util.List;
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

        @Ignore Reference reference,

        @Description(
                "How far it can be trusted; A where another authority had it, so that nobody has to hand it in. 可信等级。")
        @Nullable
        TrustGrade trustGrade,

        @Description("What the officer wrote about it. 审核意见。") @Nullable
        String note) {

    /// The slots of a case: filled where another authority had the material, missing otherwise.
    static List<CaseMaterialView> of(UUID caseId, ServiceItem item, Set<String> shared) {
        return item.materials().stream()
                .map(material -> shared.contains(material.key())
                        ? slot(caseId, material, MaterialState.PROVIDED, TrustGrade.A)
                        : slot(caseId, material, MaterialState.MISSING, null))
                .toList();
    }

    private static CaseMaterialView slot(
            UUID caseId, RequiredMaterial material, MaterialState state, @Nullable TrustGrade trustGrade) {
        Reference reference = new Reference(caseId, material.id());
        return new CaseMaterialView(RequiredMaterialView.of(material), state, reference, trustGrade, null);
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
        REJECTED
    }
}
