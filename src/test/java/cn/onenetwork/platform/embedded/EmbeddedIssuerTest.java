package cn.onenetwork.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.EmbeddedServices;
import cn.onenetwork.testing.Tokens;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedIssuerTest {

    /// The pair of RFC 7636, appendix B.
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String REDIRECT = "http://localhost/back";

    private final String issuer = EmbeddedServices.issuer().url();
    private final HttpClient browser = HttpClient.newHttpClient();

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void discovery_names_the_issuer_that_stands_in_the_tokens() throws Exception {
        Map<String, Object> discovery = json(get(issuer + "/.well-known/openid-configuration"));

        assertThat(discovery).containsEntry("issuer", issuer);
        assertThat(claims(Tokens.of("citizen"))).containsEntry("iss", issuer);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void the_password_grant_gives_a_persona_all_its_claims(Persona persona) throws Exception {
        assertThat(claims(Tokens.of(persona.username()))).containsAllEntriesOf(persona.claims());
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void the_login_page_gives_a_persona_the_same_claims_and_a_refresh_token(Persona persona) throws Exception {
        Map<String, Object> tokens = json(redeem(login(persona.username()), VERIFIER));
        Map<String, Object> refreshed = json(refresh((String) tokens.get("refresh_token")));

        assertThat(claims(tokens.get("access_token"))).containsAllEntriesOf(persona.claims());
        assertThat(claims(tokens.get("id_token"))).containsAllEntriesOf(persona.claims());
        assertThat(claims(refreshed.get("access_token"))).containsAllEntriesOf(persona.claims());
    }

    @Test
    void the_login_page_offers_everybody_and_loads_nothing_from_elsewhere() throws Exception {
        String page = get(authorization()).body();

        assertThat(everybody())
                .allSatisfy(persona -> assertThat(page)
                        .contains("value=\"" + persona.username() + "\"")
                        .contains(persona.label().chinese(), persona.label().english()));
        assertThat(page).doesNotContain("http:", "https:", "src=", "href=", "personas -->");
    }

    @Test
    void a_code_without_its_verifier_is_worth_nothing() throws Exception {
        HttpResponse<String> response = redeem(login("citizen"), "another-verifier-of-sufficient-length-0123456789");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response)).doesNotContainKey("access_token");
    }

    @Test
    void a_name_that_is_no_persona_gets_a_token_without_roles_and_audience() throws Exception {
        assertThat(claims(Tokens.of("nobody"))).doesNotContainKeys("groups", "aud", "tenant", "user_type");
    }

    static List<Persona> everybody() {
        return Persona.all();
    }

    /// Presses the button and brings back the code of the redirect.
    private String login(String username) throws IOException, InterruptedException {
        HttpResponse<String> response = post(authorization(), Map.of("username", username));
        String location = response.headers().firstValue("Location").orElseThrow();

        assertThat(location).startsWith(REDIRECT + "?").contains("state=xyz");
        return location.replaceFirst(".*[?&]code=([^&]+).*", "$1");
    }

    private String authorization() {
        return issuer + "/authorize?"
                + form(Map.of(
                        "response_type", "code",
                        "client_id", "one-network-explorer",
                        "scope", "openid",
                        "state", "xyz",
                        "redirect_uri", REDIRECT,
                        "code_challenge", CHALLENGE,
                        "code_challenge_method", "S256"));
    }

    private HttpResponse<String> redeem(String code, String verifier) throws IOException, InterruptedException {
        return post(
                issuer + "/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "one-network-explorer",
                        "redirect_uri", REDIRECT,
                        "code", code,
                        "code_verifier", verifier));
    }

    private HttpResponse<String> refresh(String token) throws IOException, InterruptedException {
        return post(
                issuer + "/token",
                Map.of("grant_type", "refresh_token", "client_id", "one-network-explorer", "refresh_token", token));
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String url, Map<String, String> form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form)))
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, Object> claims(Object token) throws IOException {
        return read(
                new String(Base64.getUrlDecoder().decode(((String) token).split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static Map<String, Object> json(HttpResponse<String> response) throws IOException {
        return read(response.body());
    }

    private static Map<String, Object> read(String json) throws IOException {
        return new ObjectMapper().readValue(json, new TypeReference<>() {});
    }
}
