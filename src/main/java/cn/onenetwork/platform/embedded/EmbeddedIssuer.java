package cn.onenetwork.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import no.nav.security.mock.oauth2.token.RequestMapping;
import no.nav.security.mock.oauth2.token.RequestMappingTokenCallback;

/// An OpenID provider of our own: discovery, authorization code with PKCE and refresh, password grant for
/// scripts.
///
/// It checks neither passwords nor clients. A name that is no persona gets a token without roles and audience,
/// which the service refuses.
///
/// @param port on the loopback
public record EmbeddedIssuer(int port) {

    private static final String ISSUER = "guizhou";
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    /// What to start.
    ///
    /// @param name one server per name and JVM
    /// @param port 0 for a free one
    /// @param folder where the login page is written, because the server reads it from a file
    public record Plan(String name, int port, Path folder) {}

    /// The server of that name: started now, or found running. A change of the personas needs a new process.
    ///
    /// @throws IllegalStateException with one line, where the port belongs to another process
    public static EmbeddedIssuer start(Plan plan) {
        return new EmbeddedIssuer(new RunningPort("issuer." + plan.name()).orStart(() -> startServer(plan)));
    }

    /// The issuer as the tokens name it. By the name `localhost`, never by number: the server answers with the
    /// host it was asked for, and the service compares.
    public String url() {
        return "http://localhost:" + port + "/" + ISSUER;
    }

    /// The settings that lead the service here. It is province and staff directory in one, as no real one should be.
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.oidc.auth-server-url",
                url(),
                "one-network.identity.issuers.province.vouches-for",
                "PERSON,LEGAL_PERSON,STAFF");
    }

    private static int startServer(Plan plan) {
        Thread current = Thread.currentThread();
        ClassLoader application = current.getContextClassLoader();
        // The threads of the server live on after a live reload; they must not hold on to the old application.
        current.setContextClassLoader(MockOAuth2Server.class.getClassLoader());
        try {
            MockOAuth2Server server = new MockOAuth2Server(config(loginPage(plan.folder())));
            server.start(plan.port());
            return server.baseUrl().port();
        } catch (IOException | OAuth2Exception failed) {
            throw new IllegalStateException(
                    "the embedded identity provider did not start on localhost:%d: choose another port with -Done-network.embedded.oidc-port="
                            .formatted(plan.port()),
                    failed);
        } finally {
            current.setContextClassLoader(application);
        }
    }

    private static Path loginPage(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve("login.html"), LoginPage.of(Persona.all()));
    }

    private static OAuth2Config config(Path loginPage) {
        return new OAuth2Config(
                true,
                loginPage.toAbsolutePath().toString(),
                null,
                false,
                new OAuth2TokenProvider(),
                Set.of(new RequestMappingTokenCallback(ISSUER, mappings(), TOKEN_LIFETIME.toSeconds())),
                new MockWebServerWrapper());
    }

    /// The password grant sends the name as `username`; after an interactive login the library offers it as
    /// `subject`.
    private static List<RequestMapping> mappings() {
        return Persona.all().stream()
                .flatMap(persona -> Stream.of("username", "subject")
                        .map(parameter -> new RequestMapping(parameter, persona.username(), persona.claims(), "JWT")))
                .toList();
    }
}
