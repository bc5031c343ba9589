package cn.onenetwork.identity;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jose4j.lang.UnresolvableKeyException;

/// Takes the bearer token of a request, by RFC 6750, and hands it to Quarkus to be proven.
///
/// Whoever shows something for a token is either known afterwards or refused, never taken for nobody. Why it was
/// refused is not told: a forged token, an old one and one that is none get the same answer.
@Alternative
@Priority(1)
@ApplicationScoped
class BearerTokens implements HttpAuthenticationMechanism {

    /// The scheme, one space, and b64token of RFC 6750, section 2.1.
    private static final Pattern CREDENTIALS = Pattern.compile("(?i:bearer) ([A-Za-z0-9._~+/-]+=*)");

    /// What Quarkus remembers of a request about the issuer of its token. A socket is opened without a token by one
    /// request and shows it later, so that nothing of it may be left.
    private static final List<String> REMEMBERED = List.of(
            OidcTenantConfig.class.getName(),
            OidcUtils.TENANT_ID_ATTRIBUTE,
            "static.tenant.id",
            "static.tenant.id.null",
            "dynamic.tenant.config",
            "quarkus.oidc.extracted-bearer-token");

    /// When a token with an unknown key is looked at again. An issuer changes its keys while requests run: the first
    /// that comes with a new key makes Quarkus read the keys anew, at most once in a second, and those that come
    /// meanwhile would be refused.
    private static final List<Long> AGAIN_AFTER_MILLIS = List.of(250L, 500L, 1000L, 2000L);

    private final OidcAuthenticationMechanism proof;
    private final long longest;

    BearerTokens(OidcAuthenticationMechanism proof, IdentityConfig config) {
        this.proof = proof;
        this.longest = config.maxToken().asLongValue();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager providers) {
        REMEMBERED.forEach(exchange::remove);
        if (!Challenge.hasCredentials(exchange.request())) {
            return proof.authenticate(exchange, providers);
        }
        return isWellFormed(exchange.request().headers().getAll("Authorization"))
                ? proven(exchange, providers, 0)
                        .onItem()
                        .ifNull()
                        .failWith(AuthenticationFailedException::new)
                        .onFailure(BearerTokens::isUnforeseen)
                        .transform(AuthenticationFailedException::new)
                        .onFailure()
                        .invoke(() -> answerFor(exchange))
                : Uni.createFrom().failure(new AuthenticationFailedException());
    }

    /// Quarkus would let the mechanism tell how to log in that looked at the token last, which is its own.
    private void answerFor(RoutingContext exchange) {
        RoutingContext _ = exchange.put(HttpAuthenticationMechanism.class.getName(), this);
    }

    private boolean isWellFormed(List<String> headers) {
        return headers.size() == 1
                && headers.getFirst().length() <= longest
                && CREDENTIALS.matcher(headers.getFirst()).matches();
    }

    private Uni<SecurityIdentity> proven(RoutingContext exchange, IdentityProviderManager providers, int attempt) {
        return Uni.createFrom()
                .deferred(() -> proof.authenticate(exchange, providers))
                .onFailure(failure -> attempt < AGAIN_AFTER_MILLIS.size() && hasUnknownKey(failure))
                .recoverWithUni(() ->
                        pause(AGAIN_AFTER_MILLIS.get(attempt)).chain(() -> proven(exchange, providers, attempt + 1)));
    }

    /// On the event loop of the request, where it has to go on.
    private static Uni<Void> pause(long millis) {
        return Uni.createFrom().emitter(emitter -> {
            long _ = Vertx.currentContext().owner().setTimer(millis, _ -> emitter.complete(null));
        });
    }

    private static boolean hasUnknownKey(Throwable failure) {
        return failure instanceof UnresolvableKeyException
                || failure.getCause() != null && hasUnknownKey(failure.getCause());
    }

    /// A token of an odd shape on which Quarkus stumbles is the client's fault. That the provider is away is not.
    private static boolean isUnforeseen(Throwable failure) {
        return !(failure instanceof SecurityException) && !(failure instanceof OIDCException);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return Challenge.hasCredentials(exchange.request())
                        || exchange.request().getHeader("Authorization") != null
                ? Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", Challenge.of(exchange.request())))
                : proof.getChallenge(exchange);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext exchange) {
        return Challenge.hasCredentials(exchange.request())
                ? Uni.createFrom()
                        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "Bearer"))
                : proof.getCredentialTransport(exchange);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return proof.getCredentialTypes();
    }
}
