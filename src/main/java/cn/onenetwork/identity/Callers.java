package cn.onenetwork.identity;

import cn.onenetwork.platform.ClientAddress;
import cn.onenetwork.platform.Texts;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/// Takes the [Caller] at the door: from the verified token of the request, or of the socket it came by.
@ApplicationScoped
public class Callers {

    private final CurrentIdentityAssociation identities;
    private final CurrentVertxRequest requests;

    Callers(CurrentIdentityAssociation identities, CurrentVertxRequest requests) {
        this.identities = identities;
        this.requests = requests;
    }

    /// The caller of the field that is being resolved. Call it in the resolver itself, not in a later step.
    public Caller current() {
        Locale locale = locale();
        return vouched(identities.getIdentity())
                .map(person -> person.speaking(locale))
                .orElseGet(() -> Caller.anonymous(locale));
    }

    /// Who is logged in, as [Caller#subject]; empty for nobody.
    public static Optional<String> subject(SecurityIdentity identity) {
        return vouched(identity).map(Vouched::subject);
    }

    /// Who sent a request that no resolver handles, as [Caller#subject]; empty for nobody.
    public static Optional<String> subject(RoutingContext exchange) {
        return exchange.user() instanceof QuarkusHttpUser user ? subject(user.getSecurityIdentity()) : Optional.empty();
    }

    /// The network that the request comes from, or came from when it opened its socket; what is counted where nobody
    /// is logged in. Call it in the resolver itself, not in a later step.
    public String network() {
        SocketAddress address = requests.getCurrent() == null
                ? null
                : requests.getCurrent().request().remoteAddress();
        return address == null ? "" : ClientAddress.network(address.hostAddress());
    }

    /// The mobile number of the person who asks, where the provider gives it. No rule asks for it, so that it is not
    /// carried along in the [Caller].
    public Optional<String> phoneNumber() {
        return vouched(identities.getIdentity()).map(Vouched::phoneNumber);
    }

    private static Optional<Vouched> vouched(SecurityIdentity identity) {
        return Optional.ofNullable(identity.<Vouched>getAttribute(ProvingClaims.VOUCHED));
    }

    private Locale locale() {
        return Texts.negotiate(
                requests.getCurrent() == null
                        ? null
                        : requests.getCurrent().request().getHeader("Accept-Language"));
    }
}
