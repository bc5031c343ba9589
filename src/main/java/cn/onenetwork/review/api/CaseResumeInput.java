package cn.onenetwork.review.api;

import cn.onenetwork.cases.CaseCommand;
import cn.onenetwork.cases.OfficerAction;
import cn.onenetwork.platform.FreeText;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("CaseResumeInput")
@Description("Whose special procedure is over. 特别程序结束。")
public record CaseResumeInput(
        @Id @NonNull @Description("The case. 办件标识。") String caseId,

        @NonNull @Description("The version the officer decided on. 版本。")
        Integer expectedVersion,

        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @Description("For the timeline; the applicant reads it too. 说明。") @Nullable
        String note)
        implements CaseCommand {

    OfficerAction action(Locale locale) {
        return OfficerAction.resume(FreeText.optional(note, locale));
    }
}
