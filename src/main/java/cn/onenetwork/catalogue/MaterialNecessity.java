package cn.onenetwork.catalogue;

import org.eclipse.microprofile.graphql.Description;

/// Whether a material must be handed in (材料必要性).
@Description("Whether a material must be handed in. 材料必要性。")
public enum MaterialNecessity {
    @Description("Always. 必要。")
    MANDATORY,
    @Description("Where a condition of the case holds. 条件必要。")
    CONDITIONAL,
    @Description("If the applicant likes. 非必要。")
    OPTIONAL
}
