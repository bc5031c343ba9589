package cn.onenetwork.privacy.api;

import cn.onenetwork.platform.UserError;
import cn.onenetwork.privacy.Erasure;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What was erased, and what has to be kept, why and until when. 删除结果。")
public record PersonalDataErasePayload(
        @NonNull @Description("One entry for each piece of data; what was erased can never be seen again. 逐项结果。")
        List<@NonNull Erasure> results,

        @NonNull @Description("What kept it from being done; empty on success. 业务错误。")
        List<@NonNull UserError> userErrors) {}
