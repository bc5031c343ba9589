package cn.onenetwork.documents.api;

import cn.onenetwork.cases.CaseCommand;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("DocumentRemoveInput")
@Description("Which document is taken out of the draft. 删除材料。")
public record DocumentRemoveInput(
        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @Id @NonNull @Description("The case. 办件标识。") String caseId,

        @Id @NonNull @Description("The document. 文件标识。") String documentId)
        implements CaseCommand {

    /// The applicant's own documents: whatever version is there.
    @Override
    public @Nullable Integer expectedVersion() {
        return null;
    }
}
