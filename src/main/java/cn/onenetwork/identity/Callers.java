package cn.onenetwork.identity;

import cn.onenetwork.platform.Texts;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Takes the [Caller] at the door: from the verified token of the request, or of the socket it came by.
@ApplicationScoped
public class Callers {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final CurrentIdentityAssociation identities;
    private final CurrentVertxRequest requests;
    private final Clock clock;

    Callers(CurrentIdentityAssociation identities, CurrentVertxRequest requests, Clock clock) {
        this.identities = identities;
        this.requests = requests;
        this.clock = clock;
    }

    /// The caller of the field that is being resolved. Call it in the resolver itself, not in a later step.
    public Caller current() {
        SecurityIdentity identity = identities.getIdentity();
        Locale locale = locale();
        return identity.getPrincipal() instanceof JsonWebToken token && !identity.isAnonymous()
                ? caller(token, roles(identity), locale)
                : Caller.anonymous(locale);
    }

    /// The mobile number of the person who asks, where the provider gives it. No rule asks for it, so that it is not
    /// carried along in the [Caller].
    public Optional<String> phoneNumber() {
        SecurityIdentity identity = identities.getIdentity();
        return identity.getPrincipal() instanceof JsonWebToken token && !identity.isAnonymous()
                ? text(token, "phone_number")
                : Optional.empty();
    }

    private Locale locale() {
        return Texts.negotiate(
                requests.getCurrent() == null
                        ? null
                        : requests.getCurrent().request().getHeader("Accept-Language"));
    }

    private static Set<Role> roles(SecurityIdentity identity) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> identity.hasRole(role.name()))
                .forEach(roles::add);
        return roles;
    }

    private Caller caller(JsonWebToken token, Set<Role> roles, Locale locale) {
        return new Caller(
                token.getSubject(),
                value(AccountKind.class, token, "user_type").orElse(AccountKind.PERSON),
                text(token, "name").orElse(""),
                value(RealNameLevel.class, token, "real_name_level").orElse(RealNameLevel.L1),
                roles,
                corporation(token),
                text(token, "tenant").orElse(null),
                text(token, "department").orElse(null),
                locale,
                text(token, "id_no")
                        .flatMap(number -> ResidentIdNumber.parse(number, LocalDate.now(clock.withZone(CHINA))))
                        .orElse(null));
    }

    private static @Nullable Corporation corporation(JsonWebToken token) {
        return text(token, "uscc")
                .flatMap(uscc -> value(CorporateRole.class, token, "corp_role")
                        .map(role ->
                                new Corporation(uscc, text(token, "corp_name").orElse(""), role)))
                .orElse(null);
    }

    private static <E extends Enum<E>> Optional<E> value(Class<E> type, JsonWebToken token, String claim) {
        return text(token, claim)
                .flatMap(name -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(name))
                        .findFirst());
    }

    private static Optional<String> text(JsonWebToken token, String claim) {
        return Optional.ofNullable(token.getClaim(claim))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }
}
