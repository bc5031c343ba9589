package cn.onenetwork.cases;

import cn.onenetwork.catalogue.RequiredMaterialView;
import cn.onenetwork.catalogue.ServiceItem;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// A slot for one of the materials that the item asks for.
@Name("CaseMaterial")
@Description("A slot for one of the materials that the item asks for. 办件材料。")
public record CaseMaterialView(
        @NonNull @Description("What is asked for. 所需材料。") RequiredMaterialView material,
        @NonNull @Description("How far it is. 材料状态。") MaterialState state,

        @NonNull @Description("The files handed in for it; empty, because none can be uploaded yet. 已提交文件（暂不能上传）。")
        List<@NonNull Document> documents,

        @Description("What the officer wrote about it. 审核意见。") @Nullable
        String note) {

    /// The slots of a new case: everything is still missing.
    static List<CaseMaterialView> of(ServiceItem item) {
        return item.materials().stream()
                .map(material ->
                        new CaseMaterialView(RequiredMaterialView.of(material), MaterialState.MISSING, List.of(), null))
                .toList();
    }

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
