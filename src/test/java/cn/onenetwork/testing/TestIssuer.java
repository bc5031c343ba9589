package cn.onenetwork.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
/// One of a name for each JVM; its state consists of types of the JDK, because the class loaders of several test
/// profiles share it.
public final class TestIssuer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> state;

    private TestIssuer(Map<String, Object> state) {
        this.state = state;
    }

    /// The issuer of that name: started now, or found running.
    @SuppressWarnings("unchecked")
    public static synchronized TestIssuer named(String name) {
        String key = "one-network.test.issuer." + name;
        Map<String, Object> known = (Map<String, Object>) System.getProperties().get(key);
        if (known != null) {
            return new TestIssuer(known);
        }
        TestIssuer issuer = new TestIssuer(new ConcurrentHashMap<>());
        issuer.rotate();
        issuer.start();
        System.getProperties().put(key, issuer.state);
        return issuer;
    }

    private void start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            state.put("url", "http://127.0.0.1:" + server.getAddress().getPort());
            server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
            server.createContext("/keys", exchange -> {
                state.merge("readings", 1, (before, one) -> (Integer) before + (Integer) one);
                answer(exchange, state.get("keys"));
            });
            server.createContext("/introspect", exchange -> answer(exchange, introspection(exchange)));
            server.createContext("/person", exchange -> answer(exchange, state.getOrDefault("person", Map.of())));
            server.setExecutor(task -> Thread.startVirtualThread(task));
            server.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", url(),
                "authorization_endpoint", url() + "/login",
                "token_endpoint", url() + "/token",
                "jwks_uri", url() + "/keys",
                "introspection_endpoint", url() + "/introspect",
                "userinfo_endpoint", url() + "/person",
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private Object introspection(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String token = "";
        for (String field : form.split("&")) {
            if (field.startsWith("token=")) {
                token = URLDecoder.decode(field.substring("token=".length()), StandardCharsets.UTF_8);
            }
        }
        return state.getOrDefault("known " + token, Map.of("active", false));
    }

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        byte[] json = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    public String url() {
        return (String) state.get("url");
    }

    /// How often the keys were read.
    public int readings() {
        return (Integer) state.getOrDefault("readings", 0);
    }

    /// From now on it signs with a new key. The one before stays published for the tokens that are out.
    @SuppressWarnings("unchecked")
    public void rotate() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(UUID.randomUUID().toString());
            key.setUse("sig");
            Map<String, Object> published = new HashMap<>(key.toParams(RsaJsonWebKey.OutputControlLevel.PUBLIC_ONLY));
            Map<String, List<Object>> before =
                    (Map<String, List<Object>>) state.getOrDefault("keys", Map.of("keys", List.of()));
            state.put(
                    "keys",
                    Map.of(
                            "keys",
                            Stream.concat(Stream.of(published), before.get("keys").stream())
                                    .limit(2)
                                    .toList()));
            state.put("key", new HashMap<>(key.toParams(RsaJsonWebKey.OutputControlLevel.INCLUDE_PRIVATE)));
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What it signs with.
    @SuppressWarnings("unchecked")
    public PublicJsonWebKey key() {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk((Map<String, Object>) state.get("key"));
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What it tells of the person, whoever asks.
    public void tellsOfPerson(Map<String, ?> claims) {
        state.put("person", Map.copyOf(claims));
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
        return sign(claims, AlgorithmIdentifiers.RSA_USING_SHA256, key().getPrivateKey(), key().getKeyId());
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
        state.put("known " + token, answer);
        return token;
    }

    public void revoke(String token) {
        state.remove("known " + token);
    }
}
