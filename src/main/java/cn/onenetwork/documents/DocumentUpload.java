package cn.onenetwork.documents;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/// A ticket for one file, as it is published.
@Description("A ticket for one file. 上传凭据。")
public record DocumentUpload(
        @Id @NonNull @Description("The document. 文件标识。") String id,

        @NonNull
        @Description(
                "Where the bytes go by tus 1.0.0, with the same bearer token: HEAD and PATCH at once, or POST as the"
                        + " creation endpoint. Relative to the API where the service has no public address. 上传地址。")
        String url,

        @NonNull @Description("Until when the bytes have to be there. 有效期至。")
        Instant expiresAt,

        @Description("How many bytes are taken: the announced size. 字节数。")
        int maxBytes,

        @NonNull @Description("The document that they become. 文件。")
        DocumentView document) {}
