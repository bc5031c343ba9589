package cn.onenetwork.identity;

import cn.onenetwork.platform.Refusal;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who asks, in one immutable value that is passed down explicitly.
///
/// @param subject the provider's stable id of the person; null without a token
/// @param tenant  the tenant whose cases a member of staff works on; `all` for auditors and admins; null for
///     applicants
/// @param locale  the language to answer in
/// @param idNumber the number of the person's identity card, where the provider gives it; to find people who were
///     named by it, never to be shown
/// @param mandates what the person was found to hold by delegation, for the one thing that is being done; empty until
///     it was asked for, see [#holding]
public record Caller(
        @Nullable String subject,
        AccountKind kind,
        String displayName,
        RealNameLevel realNameLevel,
        Set<Role> roles,
        @Nullable Corporation corporation,
        @Nullable String tenant,
        @Nullable String department,
        Locale locale,
        @Nullable ResidentIdNumber idNumber,
        List<Mandate> mandates) {

    /// Somebody of whose delegations nothing is known.
    public Caller(
            @Nullable String subject,
            AccountKind kind,
            String displayName,
            RealNameLevel realNameLevel,
            Set<Role> roles,
            @Nullable Corporation corporation,
            @Nullable String tenant,
            @Nullable String department,
            Locale locale,
            @Nullable ResidentIdNumber idNumber) {
        this(
                subject,
                kind,
                displayName,
                realNameLevel,
                roles,
                corporation,
                tenant,
                department,
                locale,
                idNumber,
                List.of());
    }

    /// Somebody whose identity number the provider keeps to itself, as it does for staff.
    public Caller(
            @Nullable String subject,
            AccountKind kind,
            String displayName,
            RealNameLevel realNameLevel,
            Set<Role> roles,
            @Nullable Corporation corporation,
            @Nullable String tenant,
            @Nullable String department,
            Locale locale) {
        this(subject, kind, displayName, realNameLevel, roles, corporation, tenant, department, locale, null);
    }

    /// Somebody without a token.
    public static Caller anonymous(Locale locale) {
        return new Caller(null, AccountKind.PERSON, "", RealNameLevel.L1, Set.of(), null, null, null, locale);
    }

    /// The same caller with what was read of its delegations. Not to be kept for later: they end.
    public Caller holding(List<Mandate> found) {
        return new Caller(
                subject,
                kind,
                displayName,
                realNameLevel,
                roles,
                corporation,
                tenant,
                department,
                locale,
                idNumber,
                List.copyOf(found));
    }

    public boolean authenticated() {
        return subject != null;
    }

    /// The provider's id of the person who asks.
    ///
    /// @throws Refusal UNAUTHENTICATED without a token
    public String id() {
        if (subject == null) {
            throw Refusal.of(Refusal.Code.UNAUTHENTICATED, locale);
        }
        return subject;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAny(Role... wanted) {
        return Arrays.stream(wanted).anyMatch(roles::contains);
    }

    /// The caller again, if it has one of the roles.
    ///
    /// @throws Refusal UNAUTHENTICATED without a token, FORBIDDEN without the role
    @CanIgnoreReturnValue
    public Caller require(Role... wanted) {
        if (subject == null) {
            throw Refusal.of(Refusal.Code.UNAUTHENTICATED, locale);
        }
        if (!hasAny(wanted)) {
            throw Refusal.of(Refusal.Code.FORBIDDEN, locale);
        }
        return this;
    }
}
