package cn.onenetwork.documents.api;

import cn.onenetwork.documents.DocumentUpload;
import cn.onenetwork.platform.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("The ticket, or why there is none. 上传凭据结果。")
public record DocumentUploadCreatePayload(
        @Description("The ticket; null where there is none. 上传凭据。") @Nullable
        DocumentUpload upload,

        @NonNull @Description("What kept it from being given; empty on success. 业务错误。")
        List<@NonNull UserError> userErrors) {}
