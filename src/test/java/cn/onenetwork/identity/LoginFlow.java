package cn.onenetwork.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Authorization code with PKCE, as the apps log in (RFC 6749, RFC 7636, RFC 8252): a browser goes to the provider and
/// comes back to an address of this machine with a code.
final class LoginFlow {

    private static final Pattern FORM = Pattern.compile("<form[^>]+action=\"([^\"]+)\"");

    private final String realm;
    private final String client;

    LoginFlow(String realm, String client) {
        this.realm = Keycloak.url() + "/realms/" + realm + "/protocol/openid-connect";
        this.client = client;
    }

    /// What the provider gives for a login.
    record Tokens(String access, String refresh) {

        String bearer() {
            return "Bearer " + access;
        }
    }

    /// Logs in by sending the form, as a browser would.
    Tokens login(String username) {
        return login(address -> {
            try (HttpClient browser = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build()) {
                HttpResponse<String> page = send(browser, HttpRequest.newBuilder(URI.create(address)));
                Matcher form = FORM.matcher(page.body());
                if (!form.find()) {
                    throw new AssertionError("no form to log in: " + page.body());
                }
                HttpResponse<String> _ = send(
                        browser,
                        HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                                .header("Cookie", cookies(page))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        encoded(Map.of("username", username, "password", "guizhou")))));
            }
        });
    }

    /// They are for secure connections only. To a browser this machine is secure, to a cookie handler of the JDK it is
    /// not.
    private static String cookies(HttpResponse<?> page) {
        return page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .collect(Collectors.joining("; "));
    }

    /// Logs in with whatever opens the address and goes through it.
    Tokens login(Consumer<String> browser) {
        String verifier = random();
        String state = random();
        CompletableFuture<String> arrived = new CompletableFuture<>();
        HttpServer app = app(arrived);
        try {
            String back = "http://127.0.0.1:" + app.getAddress().getPort() + "/login";
            browser.accept(realm + "/auth?"
                    + encoded(Map.of(
                            "response_type",
                            "code",
                            "client_id",
                            client,
                            "redirect_uri",
                            back,
                            "scope",
                            "openid",
                            "state",
                            state,
                            "code_challenge",
                            challenge(verifier),
                            "code_challenge_method",
                            "S256")));
            String query = arrived.orTimeout(60, TimeUnit.SECONDS).join();
            if (!query.contains("state=" + state)) {
                throw new AssertionError("the state did not come back");
            }
            String code = query.replaceFirst("(?:.*&)?code=([^&]+).*", "$1");
            return tokens(Map.of(
                    "grant_type", "authorization_code",
                    "client_id", client,
                    "redirect_uri", back,
                    "code", code,
                    "code_verifier", verifier));
        } finally {
            app.stop(0);
        }
    }

    Tokens refresh(Tokens old) {
        return tokens(refreshing(old));
    }

    private Map<String, String> refreshing(Tokens old) {
        return Map.of("grant_type", "refresh_token", "client_id", client, "refresh_token", old.refresh());
    }

    /// What the provider answers to an attempt to refresh.
    int refreshStatus(Tokens old) {
        return post("/token", refreshing(old)).statusCode();
    }

    void logout(Tokens tokens) {
        int status = post("/logout", Map.of("client_id", client, "refresh_token", tokens.refresh()))
                .statusCode();
        if (status != 204) {
            throw new AssertionError("not logged out: " + status);
        }
    }

    private Tokens tokens(Map<String, String> form) {
        HttpResponse<String> answer = post("/token", form);
        if (answer.statusCode() != 200) {
            throw new AssertionError("no token: " + answer.body());
        }
        JsonNode json = new Door.Reply(200, List.of(), answer.body()).json();
        return new Tokens(
                json.path("access_token").asText(), json.path("refresh_token").asText());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        return send(
                Door.HTTP,
                HttpRequest.newBuilder(URI.create(realm + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
    }

    static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static HttpServer app(CompletableFuture<String> arrived) {
        try {
            HttpServer app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            app.createContext("/login", exchange -> {
                byte[] page = "<title>Logged in</title>".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
                arrived.complete(exchange.getRequestURI().getRawQuery());
            });
            app.start();
            return app;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
