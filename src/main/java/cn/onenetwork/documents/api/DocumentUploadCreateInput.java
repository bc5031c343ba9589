package cn.onenetwork.documents.api;

import cn.onenetwork.documents.Announcement;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("DocumentUploadCreateInput")
@Description("Which file will be uploaded. 待上传文件。")
public record DocumentUploadCreateInput(
        @NonNull @Description("1 to 128 visible characters, the same for every try. 幂等键。")
        String idempotencyKey,

        @Id @NonNull @Description("The case. 办件标识。") String caseId,

        @Id @NonNull @Description("The material that the item asks for. 材料标识。")
        String materialId,

        @NonNull @Description("Name of the file, 1 to 120 characters without path; once in a slot. 文件名。")
        String fileName,

        @NonNull @Description("Media type, one of those that the material takes. 文件类型。")
        String mediaType,

        @Description("Size in bytes, exactly. 文件大小（字节）。") int size,

        @Description("SHA-256 of the bytes, 64 hexadecimal digits; the upload is refused where it differs. 摘要。")
        @Nullable
        String sha256) {

    Announcement announcement() {
        return new Announcement(caseId, materialId, fileName, mediaType, size, sha256);
    }
}
