package cn.onenetwork.documents;

import cn.onenetwork.cases.DocumentReview;
import cn.onenetwork.cases.TrustGrade;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// A file in a slot of a case, as it is published.
@Name("Document")
@Description("A file that was handed in for one of the materials. 电子材料文件。")
public record DocumentView(
        @Id @NonNull @Description("Opaque and stable. 文件标识。")
        String id,

        @NonNull @Description("Name of the file as the applicant gave it. 文件名。")
        String fileName,

        @NonNull @Description("Media type, e.g. application/pdf. 文件类型。")
        String mediaType,

        @Description("Size in bytes. 文件大小（字节）。") int size,

        @NonNull @Description("SHA-256 of the bytes, 64 hexadecimal digits; empty until it is known. 摘要。")
        String sha256,

        @NonNull @Description("How far it is. 文件状态。") DocumentState state,

        @Description("Why it was not taken; null unless REJECTED. 未通过原因代码。") @Nullable
        Rejection rejection,

        @Description("Why it was not taken, in the language of the viewer; null unless REJECTED. 未通过原因。") @Nullable
        String rejectionReason,

        @Description("Short-lived address of the bytes; null until READY. 下载地址（短期有效）。") @Nullable
        String downloadUrl,

        @NonNull @Description("How far it can be trusted. 可信等级。")
        TrustGrade trustGrade,

        @NonNull @Description("What the officers of its case said of it. 审核意见。")
        DocumentReview review,

        @Description("What the officer wrote with it. 审核说明。") @Nullable
        String reviewNote,

        @NonNull @Description("When it was announced. 创建时间。")
        Instant createdAt) {}
