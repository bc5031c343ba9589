package cn.onenetwork.identity.api;

import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.identity.Masking;
import cn.onenetwork.identity.RealNameLevel;
import cn.onenetwork.identity.Role;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// Who is asking, as the schema shows it.
@Description("Who is asking. 当前用户。")
public record Viewer(
        @Id @NonNull @Description("Stable and opaque. 用户标识。")
        String id,

        @NonNull @Description("Kind of the account. 账户类型。") AccountKind kind,
        @NonNull @Description("Name to greet with. 显示名称。") String displayName,

        @NonNull @Description("How well the identity was proven. 实名等级。")
        RealNameLevel realNameLevel,

        @NonNull @Description("Roles of the token. 角色。") List<@NonNull Role> roles,

        @Description("The corporation acted for; null for persons and staff. 所代表的法人。") @Nullable
        Corporation corporation,

        @Description(
                "Number of one's own identity card, where the identity provider gives it; masked unless `unmask`. 证件号码，默认脱敏。")
        @Nullable
        String idNumber,

        @Description(
                "One's own mobile number, where the identity provider gives it; masked unless `unmask`. 手机号码，默认脱敏。")
        @Nullable
        String phoneNumber) {

    /// @param phone  as the provider gives it; null where it does not
    /// @param unmask whether one's own numbers are wanted in full
    static @Nullable Viewer of(Caller caller, @Nullable String phone, boolean unmask) {
        return caller.authenticated()
                ? new Viewer(
                        caller.id(),
                        caller.kind(),
                        caller.displayName(),
                        caller.realNameLevel(),
                        caller.roles().stream().sorted().toList(),
                        caller.corporation(),
                        shown(
                                caller.idNumber() == null
                                        ? null
                                        : caller.idNumber().value(),
                                Masking::idNumber,
                                unmask),
                        shown(phone, Masking::mobile, unmask))
                : null;
    }

    private static @Nullable String shown(@Nullable String number, UnaryOperator<String> mask, boolean unmask) {
        return number == null || unmask ? number : mask.apply(number);
    }

    /// Without the numbers.
    @Override
    public String toString() {
        return "Viewer[" + id + "]";
    }
}
