package cn.onenetwork.catalogue;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// A required material, as the schema shows it.
@Name("RequiredMaterial")
@Description("A material that an item asks for. 申请材料。")
public record RequiredMaterialView(
        @Id @NonNull @Description("Id of the material. 材料标识。")
        String id,

        @NonNull @Description("Name of the material. 材料名称。") String name,

        @NonNull @Description("Whether it must be handed in. 必要性。")
        MaterialNecessity necessity,

        @Description("When a conditional material is needed. 需提供的情形。") @Nullable
        String conditionText,

        @Description("What is looked at when it is checked. 受理标准。") @Nullable
        String acceptanceStandard,

        @Description("Where it comes from. 来源说明。") @Nullable String sourceExplain,

        @Description("Department that has it already; then it need not be handed in again. 可共享获取的部门。") @Nullable
        String sharedBy,

        @Description("Whether the service makes it of the answers, so that nobody has to upload it. 是否由系统根据表单生成。")
        boolean generated,

        @NonNull @Description("Media types that are taken, e.g. application/pdf. 允许的文件类型。")
        List<@NonNull String> mediaTypes,

        @Description("Largest file, in bytes. 文件大小上限（字节）。") int maxBytes,

        @Description("Whether it may be handed in later. 是否可容缺。")
        boolean allowDeferred,

        @Description("Whether a commitment may stand in for it. 是否可告知承诺。")
        boolean allowCommitment) {

    public static RequiredMaterialView of(RequiredMaterial material) {
        Guide.ShareSource source = material.shareSource();
        return new RequiredMaterialView(
                material.id(),
                material.name(),
                material.necessity(),
                material.conditionText(),
                material.acceptanceStandard(),
                material.sourceExplain(),
                source == null ? null : source.department(),
                material.generated(),
                material.mediaTypes(),
                material.maxBytes(),
                material.allowDeferred(),
                material.allowCommitment());
    }
}
