package cn.onenetwork.identity.api;

import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.identity.RealNameLevel;
import cn.onenetwork.identity.Role;
import java.util.List;
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
        Corporation corporation) {

    static @Nullable Viewer of(Caller caller) {
        return caller.authenticated()
                ? new Viewer(
                        caller.id(),
                        caller.kind(),
                        caller.displayName(),
                        caller.realNameLevel(),
                        caller.roles().stream().sorted().toList(),
                        caller.corporation())
                : null;
    }
}
