package cn.onenetwork.privacy.api;

import cn.onenetwork.platform.UserError;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("Where the export is, or why there is none. 导出结果。")
public record PersonalDataExportPayload(
        @Description("Address of a ZIP archive with one JSON document and the files, for the viewer alone. A path is"
                + " relative to the address of the API. 下载地址（限本人短期使用）。")
        @Nullable
        String url,

        @Description("Until when it may be fetched. 有效期至。") @Nullable
        Instant expiresAt,

        @NonNull @Description("What kept it from being made; empty on success. 业务错误。")
        List<@NonNull UserError> userErrors) {}
