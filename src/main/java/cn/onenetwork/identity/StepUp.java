package cn.onenetwork.identity;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/// How somebody gets a higher real-name level (实名等级提升): the way to the provider and back, as the provincial apps
/// have it. Nothing is lost meanwhile: the draft stays, and the same idempotency key goes on.
@Description("How to get the real-name level that is missing. 实名等级提升。")
public record StepUp(
        @NonNull @Description("The level that is needed. 所需等级。")
        RealNameLevel requiredLevel,

        @NonNull @Description("The level of the token. 当前等级。")
        RealNameLevel currentLevel,

        @Description("Where to raise it; afterwards log in anew and send the same again. Null where the operator names"
                + " none. 提升地址。")
        @Nullable
        String url) {}
