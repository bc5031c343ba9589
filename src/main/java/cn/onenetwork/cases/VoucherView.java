package cn.onenetwork.cases;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// An official voucher, as it is published.
@Name("Voucher")
@Description("An official voucher: what the administration certifies to the applicant. 公文凭证。")
public record VoucherView(
        @Id @NonNull @Description("Opaque and stable. 凭证标识。")
        String id,

        @NonNull @Description("Which voucher. 凭证类型。") VoucherType type,

        @NonNull @Description("Number: region, type, year and sequence. 文书编号。")
        String number,

        @NonNull @Description("Day of issue. 出具日期。") LocalDate issuedOn,

        @Description("The due day that it states; null where no clock runs. 期限。") @Nullable
        LocalDate dueOn,

        @NonNull @Description("What it says: reason, remedy, items to supplement, procedure and expected days. 内容。")
        JsonObject content,

        @Description("Sequence of the event it certifies. 对应事件序号。")
        int sequence) {}
