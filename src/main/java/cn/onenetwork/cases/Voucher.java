package cn.onenetwork.cases;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An official voucher (公文凭证) that an event issues: its number, its days and what it says.
///
/// @param dueOn the due day that it states; null where no clock runs
record Voucher(
        VoucherType type,
        String number,
        LocalDate issuedOn,
        @Nullable LocalDate dueOn,
        JsonObject content) {

    static Voucher of(VoucherView view) {
        return new Voucher(view.type(), view.number(), view.issuedOn(), view.dueOn(), view.content());
    }
}
