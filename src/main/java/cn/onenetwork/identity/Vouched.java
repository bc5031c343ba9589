package cn.onenetwork.identity;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody as an issuer vouches for them: a [Caller] without the language, and what no rule asks for.
///
/// @param subject unlike that of anybody else, whichever issuer it comes from
/// @param issuer  by its name in the configuration
record Vouched(
        String subject,
        String issuer,
        AccountKind kind,
        String displayName,
        RealNameLevel realNameLevel,
        Set<Role> roles,
        @Nullable Corporation corporation,
        @Nullable String tenant,
        @Nullable String department,
        @Nullable ResidentIdNumber idNumber,
        @Nullable String phoneNumber) {

    Caller speaking(Locale locale) {
        return new Caller(
                subject, kind, displayName, realNameLevel, roles, corporation, tenant, department, locale, idNumber);
    }
}
