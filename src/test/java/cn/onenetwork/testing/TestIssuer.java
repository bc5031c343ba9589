package cn.onenetwork.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/// An OpenID provider of which a test holds the keys: discovery, keys, introspection, user info. It says whatever the
/// test wants, also what no provider should.
///
/// One of a name for each JVM. Tests change what it says over HTTP, because they and their profile are not in the same
/// class loader.
public final class TestIssuer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String url;

    private TestIssuer(String url) {
        this.url = url;
    }

    /// The issuer of that name: started now, or found running.
    public static synchronized TestIssuer named(String name) {
        String property = "one-network.test.issuer." + name;
        String known = System.getProperty(property);
        if (known != null) {
            return new TestIssuer(known);
        }
        TestIssuer issuer = new TestIssuer(new Server().start());
        issuer.rotate();
        System.setProperty(property, issuer.url());
        return issuer;
    }

    public String url() {
        return url;
    }

    /// How often the keys were read.
    public int readings() {
        return state("readings").asInt();
    }

    /// From now on it signs with a new key. Those before stay published for the tokens that are out.
    public void rotate() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(UUID.randomUUID().toString());
            key.setUse("sig");
            List<Object> published = new ArrayList<>();
            published.add(key.toParams(RsaJsonWebKey.OutputControlLevel.PUBLIC_ONLY));
            state("keys").path("keys").forEach(published::add);
            change("keys", Map.of("keys", published));
            change("key", key.toParams(RsaJsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What it signs with.
    public PublicJsonWebKey key() {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(state("key").toString());
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What it tells of the person, whoever asks.
    public void tellsOfPerson(Map<String, ?> claims) {
        change("person", claims);
    }

    /// Claims of a token that is good for five minutes.
    public Map<String, Object> claims(Map<String, ?> more) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new HashMap<>(Map.of(
                "iss", url(), "aud", "one-network-api", "iat", now, "exp", now + 300, "jti", UUID.randomUUID() + ""));
        claims.putAll(more);
        return claims;
    }

    /// A token that says this besides what every token says.
    public String token(Map<String, ?> more) {
        return sign(claims(more));
    }

    /// A token that says this and nothing else, signed as it should be.
    public String sign(Map<String, ?> claims) {
        PublicJsonWebKey current = key();
        return sign(claims, AlgorithmIdentifiers.RSA_USING_SHA256, current.getPrivateKey(), current.getKeyId());
    }

    /// A token that says this, signed as the test wants it.
    public String sign(Map<String, ?> claims, String algorithm, Key key, String keyId) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            signature.setDoKeyValidation(false);
            signature.setAlgorithmHeaderValue(algorithm);
            signature.setPayload(JSON.writeValueAsString(claims));
            signature.setKey(key);
            if (keyId != null) {
                signature.setKeyIdHeaderValue(keyId);
            }
            return signature.getCompactSerialization();
        } catch (JoseException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// From now on it answers for this token, until it is revoked.
    public String known(String token, Map<String, ?> claims) {
        Map<String, Object> answer = new HashMap<>(claims);
        answer.put("active", true);
        change("token " + token, answer);
        return token;
    }

    public void revoke(String token) {
        change("token " + token, Map.of("active", false));
    }

    private JsonNode state(String name) {
        return send(request(name).GET());
    }

    private void change(String name, Object value) {
        try {
            var _ = send(request(name).PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(value))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpRequest.Builder request(String name) {
        return HttpRequest.newBuilder(URI.create(url + "/state?" + URLEncoder.encode(name, StandardCharsets.UTF_8)));
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            return JSON.readTree(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// The provider itself: what it was told, at the addresses of OpenID Connect.
    private static final class Server {

        private final Map<String, JsonNode> state = new ConcurrentHashMap<>();
        private String url;

        String start() {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                url = "http://127.0.0.1:" + server.getAddress().getPort();
                server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
                server.createContext("/keys", exchange -> {
                    state.merge("readings", IntNode.valueOf(1), (old, one) -> IntNode.valueOf(old.asInt() + 1));
                    answer(exchange, state.get("keys"));
                });
                server.createContext("/introspect", exchange -> answer(exchange, introspection(exchange)));
                server.createContext("/person", exchange -> answer(exchange, told("person")));
                server.createContext("/state", exchange -> {
                    String name = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
                    if (exchange.getRequestMethod().equals("PUT")) {
                        state.put(name, JSON.readTree(exchange.getRequestBody().readAllBytes()));
                    }
                    answer(exchange, told(name));
                });
                server.setExecutor(task -> Thread.startVirtualThread(task));
                server.start();
                return url;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private JsonNode told(String name) {
            return state.getOrDefault(name, JSON.createObjectNode());
        }

        private Map<String, Object> discovery() {
            return Map.of(
                    "issuer", url,
                    "authorization_endpoint", url + "/login",
                    "token_endpoint", url + "/token",
                    "jwks_uri", url + "/keys",
                    "introspection_endpoint", url + "/introspect",
                    "userinfo_endpoint", url + "/person",
                    "id_token_signing_alg_values_supported", List.of("RS256"));
        }

        private JsonNode introspection(HttpExchange exchange) throws IOException {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(form.split("&"))
                    .filter(field -> field.startsWith("token="))
                    .map(field -> URLDecoder.decode(field.substring("token=".length()), StandardCharsets.UTF_8))
                    .map(token -> state.get("token " + token))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(JSON.createObjectNode().put("active", false));
        }

        private static void answer(HttpExchange exchange, Object body) throws IOException {
            byte[] json = JSON.writeValueAsBytes(body);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, json.length);
            exchange.getResponseBody().write(json);
            exchange.close();
        }
    }
}
