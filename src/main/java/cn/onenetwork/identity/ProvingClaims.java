package cn.onenetwork.identity;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.TokenIntrospection;
import io.quarkus.oidc.UserInfo;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// After Quarkus has proven a token: may its issuer say what it says, and what does it mean here?
///
/// The answer, [Vouched], goes with the identity; a token that fails here is refused like one that was forged. Runs
/// once
/// for each request and each socket, and asks nobody.
@ApplicationScoped
class ProvingClaims implements SecurityIdentityAugmentor {

    /// Where the answer is kept.
    static final String VOUCHED = Vouched.class.getName();

    private static final Logger LOG = Logger.getLogger(ProvingClaims.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String DEFAULT_TENANT = "Default";
    private static final String EXPIRY = "quarkus.identity.expire-time";

    private final IdentityConfig config;
    private final Map<String, Issuer> issuers;
    private final Clock clock;

    ProvingClaims(IdentityConfig config, Clock clock) {
        this.config = config;
        this.issuers = Issuer.all(config);
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.isAnonymous()
                ? Uni.createFrom().item(identity)
                : Uni.createFrom().item(() -> proven(identity));
    }

    private SecurityIdentity proven(SecurityIdentity identity) {
        try {
            Claims claims = claims(identity);
            if (claims.audience().stream().noneMatch(config.audience()::contains)) {
                throw new UnfitToken("meant for somebody else");
            }
            return with(issuer(identity).vouch(claims, LocalDate.now(clock.withZone(CHINA))), claims, identity);
        } catch (UnfitToken unfit) {
            LOG.debugf("A genuine token is refused: %s", unfit.getMessage());
            throw new AuthenticationFailedException();
        }
    }

    private static SecurityIdentity with(Vouched vouched, Claims claims, SecurityIdentity identity) {
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addPermissionChecker(identity::checkPermission)
                .addAttribute(VOUCHED, vouched);
        vouched.roles().forEach(role -> builder.addRole(role.name()));
        if (identity.getAttribute(EXPIRY) == null && claims.values().get("exp") instanceof Number expiry) {
            builder.addAttribute(EXPIRY, expiry.longValue());
        }
        return builder.build();
    }

    private Issuer issuer(SecurityIdentity identity) {
        String tenant = identity.getAttribute("tenant-id");
        Issuer issuer = issuers.get(tenant == null || DEFAULT_TENANT.equals(tenant) ? Issuer.PROVINCE : tenant);
        if (issuer == null) {
            throw new UnfitToken("an issuer that vouches for nobody");
        }
        return issuer;
    }

    /// What the token says itself; for one that says nothing, what its issuer answers about it. What the issuer tells
    /// about the person besides counts where the token is silent.
    private static Claims claims(SecurityIdentity identity) {
        Map<String, Object> all = new HashMap<>();
        if (identity.getAttribute("userinfo") instanceof UserInfo person) {
            all.putAll(new JsonObject(person.getUserInfoString()).getMap());
        }
        Object meant = all.get("sub");
        // Who says so, for whom and until when is the token's to say.
        all.keySet().removeAll(List.of("iss", "aud", "exp", "sub"));
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            all.putAll(payload(token.getRawToken()));
        } else if (identity.getAttribute("introspection") instanceof TokenIntrospection answer) {
            all.putAll(new JsonObject(answer.getIntrospectionString()).getMap());
            requireIssuer(all.get("iss"), identity);
        } else {
            throw new UnfitToken("nobody answers for it");
        }
        if (meant != null && !meant.equals(all.get("sub"))) {
            throw new UnfitToken("what is told about the person is about another");
        }
        return new Claims(all);
    }

    private static void requireIssuer(@Nullable Object said, SecurityIdentity identity) {
        if (said != null
                && identity.getAttribute("configuration-metadata") instanceof OidcConfigurationMetadata known
                && !said.equals(known.getIssuer())) {
            throw new UnfitToken("another issuer");
        }
    }

    private static Map<String, Object> payload(String token) {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return new JsonObject(new String(json, StandardCharsets.UTF_8)).getMap();
    }
}
