package cn.onenetwork.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How clients reach this service from outside. Where `one-network.public-url` is not set, addresses are relative
/// to that of the API, which every client knows.
@ApplicationScoped
class PublicAddress {

    private final String base;

    PublicAddress(@ConfigProperty(name = "one-network.public-url") Optional<String> url) {
        this.base = url.map(given -> given.replaceFirst("/+$", "")).orElse("");
    }

    /// @param path from the root, e.g. `/uploads/...`
    String of(String path) {
        return base + path;
    }
}
