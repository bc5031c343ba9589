package cn.onenetwork.platform;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/// One thing that kept a mutation from doing what was asked, ready to be shown to the person who asked.
///
/// @param arguments what the message tells, for fields that other rooms add
@Description("One thing that kept a mutation from doing what was asked. 一条业务错误。")
public record UserError(
        @NonNull @Description("Stable code to program against. 错误码。")
        UserErrorCode code,

        @NonNull @Description("In the language of Accept-Language: zh-CN (default) or en. 提示信息。")
        String message,

        @NonNull @Description("Where in the input, e.g. [\"form\", \"uscc\"]; empty for the whole. 出错位置。")
        List<@NonNull String> path,

        @Ignore List<Object> arguments) {}
