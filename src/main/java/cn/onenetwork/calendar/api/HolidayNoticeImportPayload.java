package cn.onenetwork.calendar.api;

import cn.onenetwork.platform.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("The year whose days are certain now, or why nothing was imported. 导入结果。")
public record HolidayNoticeImportPayload(
        @Description("Year of the notice; null where nothing was imported. 年份。") @Nullable
        Integer year,

        @NonNull @Description("What kept it from being imported; empty on success. 业务错误。")
        List<@NonNull UserError> userErrors) {}
