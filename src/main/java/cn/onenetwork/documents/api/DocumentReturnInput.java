package cn.onenetwork.documents.api;

import cn.onenetwork.cases.CaseCommand;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("DocumentReturnInput")
@Description("Which document is sent back. 材料退回。")
public record DocumentReturnInput(
        @Id @NonNull @Description("The case. 办件标识。") String caseId,

        @NonNull @Description("The version the officer decided on. 版本。")
        Integer expectedVersion,

        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @Id @NonNull @Description("The document. 文件标识。") String documentId,

        @NonNull @Description("What is wrong with it; the next notice of supplement tells it. 退回原因。")
        String note)
        implements CaseCommand {}
