package cn.onenetwork.privacy;

import cn.onenetwork.cases.Access;
import cn.onenetwork.cases.CasePart;
import cn.onenetwork.identity.AccountKind;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// An access to personal data, as it is told to the person they are about.
@Description("An access to personal data, as it is told to the person they are about. 个人信息访问记录。")
public record AccessEntry(
        @Id @NonNull @Description("Opaque and stable. 记录标识。")
        String id,

        @NonNull @Description("When; of several reads within seconds, the first. 访问时间。")
        Instant at,

        @NonNull @Description("What was done. 访问方式。") Access.Kind kind,

        @NonNull @Description("What kind of account it was. 访问者类型。")
        AccountKind actorKind,

        @NonNull @Description("Who it was, masked. 访问者姓名（脱敏）。")
        String actorName,

        @Description("The tenant of a member of staff. 访问者所属单位。") @Nullable
        String tenant,

        @Description("The department of a member of staff. 访问者所属部门。") @Nullable
        String department,

        @NonNull @Description("What for. 访问目的。") AccessPurpose purpose,

        @NonNull @Description("What was given; empty for a download. 访问内容。")
        List<@NonNull CasePart> parts,

        @Description("How often, within the seconds that one entry covers. 次数。")
        int times,

        @Id @Description("The document that was downloaded. 下载的文件。") @Nullable
        String documentId,

        @Id @NonNull @Description("The case. 办件标识。") String caseId,

        @Description("Its number; null for a draft. 办件编号。") @Nullable
        String caseNo,

        @Description("Whether the entry is as it was written, and follows the one before. 是否校验通过。")
        boolean verified) {

    static AccessEntry of(StoredAccess stored, @Nullable String caseNo, byte @Nullable [] before) {
        AccessRow row = stored.row();
        return new AccessEntry(
                row.id().toString(),
                row.at(),
                row.kind(),
                row.actor().kind(),
                row.actor().maskedName(),
                row.actor().tenant(),
                row.actor().department(),
                AccessPurpose.valueOf(row.purpose()),
                List.copyOf(row.parts()),
                row.times(),
                row.file() == null ? null : row.file().documentId().toString(),
                row.caseId().toString(),
                caseNo,
                stored.follows(before));
    }
}
