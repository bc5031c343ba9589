package cn.onenetwork.documents.api;

import cn.onenetwork.cases.CaseCommand;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("DocumentPassInput")
@Description("Which document is accepted. 材料审核通过。")
public record DocumentPassInput(
        @Id @NonNull @Description("The case. 办件标识。") String caseId,

        @NonNull @Description("The version the officer decided on. 版本。")
        Integer expectedVersion,

        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @Id @NonNull @Description("The document. 文件标识。") String documentId,

        @DefaultValue("false")
        @Description("Whether it was compared with the original: then its trust grade C becomes B. 是否已核对原件。")
        boolean verified,

        @Description("For the timeline; the applicant reads it too. 说明。") @Nullable
        String note)
        implements CaseCommand {}
