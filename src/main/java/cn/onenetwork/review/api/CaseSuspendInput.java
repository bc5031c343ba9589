package cn.onenetwork.review.api;

import cn.onenetwork.cases.CaseCommand;
import cn.onenetwork.cases.OfficerAction;
import cn.onenetwork.platform.FreeText;
import cn.onenetwork.platform.Refusal;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("CaseSuspendInput")
@Description("Which case waits for a special procedure. 特别程序开始。")
public record CaseSuspendInput(
        @Id @NonNull @Description("The case. 办件标识。") String caseId,

        @NonNull @Description("The version the officer decided on. 版本。")
        Integer expectedVersion,

        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @NonNull @Description("Which procedure. 程序类型。") OfficerAction.Procedure kind,

        @NonNull @Description("Why; the applicant reads it. 理由。")
        String reason,

        @NonNull @Description("How many days it is expected to take, 1 to 365. 预计天数。")
        Integer expectedDays,

        @Description("For the timeline; the applicant reads it too. 说明。") @Nullable
        String note)
        implements CaseCommand {

    OfficerAction action(Locale locale) {
        if (expectedDays < 1 || expectedDays > 365) {
            throw Refusal.badInput("expectedDays", locale);
        }
        return OfficerAction.suspend(
                kind, FreeText.required(reason, locale), expectedDays, FreeText.optional(note, locale));
    }
}
