package cn.onenetwork.review.api;

import cn.onenetwork.cases.CaseCommand;
import cn.onenetwork.cases.OfficerAction;
import cn.onenetwork.platform.FreeText;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("CaseReturnInput")
@Description("Which application is sent back. 预审退回。")
public record CaseReturnInput(
        @Id @NonNull @Description("The case. 办件标识。") String caseId,

        @NonNull @Description("The version the officer decided on. 版本。")
        Integer expectedVersion,

        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @NonNull
        @Description(
                "Everything that is missing or wrong, at most 50; materials whose documents were sent back are on it anyway. 补正内容。")
        List<@NonNull SupplementItemInput> items,

        @Description("A later last day than the tenant's limit gives. 补正期限。") @Nullable
        LocalDate answerBy,

        @Description("For the timeline; the applicant reads it too. 说明。") @Nullable
        String note)
        implements CaseCommand {

    OfficerAction action(Locale locale) {
        return OfficerAction.sendBack(
                SupplementItemInput.items(items, locale), answerBy, FreeText.optional(note, locale));
    }
}
