package cn.onenetwork.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where people are sent to raise their real-name level.
@ApplicationScoped
public class SteppingUp {

    private final Optional<String> address;
    private final String back;
    private final @Nullable Issuer province;

    /// @throws IllegalStateException where the address leads to nowhere afterwards
    SteppingUp(IdentityConfig config) {
        this.address = config.stepUpUrl();
        this.back = config.returnUrl().orElse("");
        this.province = Issuer.all(config).get(Issuer.PROVINCE);
        if (back.isEmpty() && address.filter(url -> url.contains("{return}")).isPresent()) {
            throw new IllegalStateException(
                    "one-network.identity.step-up-url has {return}, but one-network.identity.return-url is not set");
        }
    }

    /// From one level to another.
    public StepUp to(RealNameLevel required, RealNameLevel current, AccountKind kind) {
        return new StepUp(required, current, address(required, kind));
    }

    private @Nullable String address(RealNameLevel required, AccountKind kind) {
        String level = province == null
                ? required.name()
                : province.written(required, kind).orElse(null);
        return level == null
                ? null
                : address.map(url -> url.replace("{level}", encoded(level)).replace("{return}", encoded(back)))
                        .orElse(null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
