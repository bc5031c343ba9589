package cn.onenetwork.review.api;

import cn.onenetwork.calendar.WarningLevel;
import cn.onenetwork.cases.CaseStatus;
import cn.onenetwork.cases.WorkQuery;
import cn.onenetwork.platform.FreeText;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("WorklistFilter")
@Description("What an officer looks for. 待办筛选。")
public record WorklistFilter(
        @Description("A tenant; another than one's own finds nothing. 租户。") @Nullable
        String tenant,

        @Description("Id of the implementing body. 承办部门。") @Nullable
        String department,

        // The engine takes the @NonNull of the elements for the list's too, unless its own @Nullable says otherwise.
        @Description("Left out: all that waits for the administration. 状态。") @Nullable @io.smallrye.graphql.api.Nullable
        List<@NonNull CaseStatus> status,

        @Description("How urgent. 预警级别。") @Nullable WarningLevel warning,

        @Description("Start of a case number, or part of the item's name. 关键词。") @Nullable
        String text) {

    static WorkQuery query(@Nullable WorklistFilter filter, Locale locale) {
        return filter == null
                ? new WorkQuery(null, null, null, null, null)
                : new WorkQuery(
                        filter.tenant,
                        filter.department,
                        filter.status,
                        filter.warning,
                        FreeText.optional(filter.text, locale));
    }
}
