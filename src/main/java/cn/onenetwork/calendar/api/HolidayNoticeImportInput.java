package cn.onenetwork.calendar.api;

import jakarta.json.JsonObject;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("HolidayNoticeImportInput")
@Description("A holiday notice to import. 节假日安排。")
public record HolidayNoticeImportInput(
        @NonNull @Description("1 to 128 visible characters; the same notice again changes nothing. 幂等键。")
        String idempotencyKey,

        @NonNull
        @Description("The notice in the format of the open data set holiday-cn: year, papers, days with name, date and"
                + " isOffDay. 通知内容。")
        JsonObject notice) {}
