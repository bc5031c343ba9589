package cn.onenetwork.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.identity.Door.Reply;
import cn.onenetwork.testing.TestIssuer;
import cn.onenetwork.testing.TwoIssuers;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is wrong with a token, at whichever door: the same answer, and nothing that would help to make a better
/// one.
@QuarkusTest
@TestProfile(TwoIssuers.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadTokensTest {

    private static final String VIEWER = "{ viewer { id kind realNameLevel roles } }";
    private static final TestIssuer PROVINCE = TwoIssuers.province();
    private static final TestIssuer STAFF = TwoIssuers.staff();
    private static final TestIssuer NATIONAL = TwoIssuers.national();

    /// @param what   is wrong
    /// @param header made when it is needed: keys change
    private record Bad(String what, Supplier<String> header) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static Bad bad(String what, Supplier<String> token) {
        return new Bad(what, () -> "Bearer " + token.get());
    }

    private static Map<String, Object> with(Map<String, ?> claims, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(claims);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }

    private static Map<String, Object> person() {
        return TwoIssuers.person("p-1", "L3");
    }

    private static Supplier<String> person(String name, Object value) {
        return () -> PROVINCE.sign(with(PROVINCE.claims(person()), name, value));
    }

    private static Supplier<String> officer(String name, Object value) {
        return () -> STAFF.sign(with(STAFF.claims(TwoIssuers.officer("o-1")), name, value));
    }

    /// A token of an hour that ended so many seconds ago. One that ended before it began would be refused for that.
    private static String ended(int secondsAgo) {
        Map<String, Object> claims = with(PROVINCE.claims(person()), "iat", now() - 3600);
        return PROVINCE.sign(with(claims, "exp", now() - secondsAgo));
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    static Stream<Bad> tokens() {
        return Stream.of(signatures(), times(), issuers(), shapes(), claims()).flatMap(List::stream);
    }

    private static List<Bad> signatures() {
        return List.of(
                bad(
                        "a forged signature",
                        () -> PROVINCE.sign(
                                PROVINCE.claims(person()),
                                AlgorithmIdentifiers.RSA_USING_SHA256,
                                strangersKey(),
                                PROVINCE.key().getKeyId())),
                bad("a changed payload", () -> {
                    String[] parts = PROVINCE.token(person()).split("\\.");
                    String other =
                            PROVINCE.token(TwoIssuers.person("p-2", "L4")).split("\\.")[1];
                    return parts[0] + "." + other + "." + parts[2];
                }),
                bad("no signature", () -> PROVINCE.token(person()).replaceFirst("[^.]+$", "")),
                bad(
                        "alg none",
                        () -> encoded("{\"alg\":\"none\"}") + "."
                                + PROVINCE.token(person()).split("\\.")[1] + "."),
                bad(
                        "HS256 with the public key as the secret",
                        () -> PROVINCE.sign(
                                PROVINCE.claims(person()),
                                AlgorithmIdentifiers.HMAC_SHA256,
                                new HmacKey(PROVINCE.key().getPublicKey().getEncoded()),
                                PROVINCE.key().getKeyId())),
                bad(
                        "HS256 with the public key as it is in a file",
                        () -> PROVINCE.sign(
                                PROVINCE.claims(person()),
                                AlgorithmIdentifiers.HMAC_SHA256,
                                new HmacKey(pem(PROVINCE.key().getPublicKey())),
                                PROVINCE.key().getKeyId())),
                bad(
                        "HS256 with the secret of the client",
                        () -> PROVINCE.sign(
                                PROVINCE.claims(person()),
                                AlgorithmIdentifiers.HMAC_SHA256,
                                new HmacKey(TwoIssuers.SECRET_OF_PROVINCE.getBytes(StandardCharsets.UTF_8)),
                                PROVINCE.key().getKeyId())),
                bad(
                        "the key of the other issuer",
                        () -> PROVINCE.sign(
                                PROVINCE.claims(person()),
                                AlgorithmIdentifiers.RSA_USING_SHA256,
                                STAFF.key().getPrivateKey(),
                                STAFF.key().getKeyId())),
                bad(
                        "an unknown key",
                        () -> PROVINCE.sign(
                                PROVINCE.claims(person()),
                                AlgorithmIdentifiers.RSA_USING_SHA256,
                                PROVINCE.key().getPrivateKey(),
                                "nobody's")));
    }

    private static byte[] pem(Key key) {
        String lines = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return ("-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Key strangersKey() {
        try {
            return RsaJwkGenerator.generateJwk(2048).getPrivateKey();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Bad> times() {
        return List.of(
                bad("expired", () -> ended(15)),
                bad("without an end", person("exp", null)),
                bad("not yet valid", () -> PROVINCE.sign(with(PROVINCE.claims(person()), "nbf", now() + 60))));
    }

    private static List<Bad> issuers() {
        return List.of(
                bad("another audience", person("aud", "another-system")),
                bad("no audience", person("aud", null)),
                bad("an unknown issuer", person("iss", "https://evil.example")),
                bad("no issuer", person("iss", null)),
                bad("an issuer that is a number", person("iss", 42)),
                bad(
                        "an issuer that is a list",
                        () -> PROVINCE.sign(with(PROVINCE.claims(person()), "iss", List.of(PROVINCE.url())))),
                bad("the claims of staff from the province", () -> PROVINCE.token(TwoIssuers.officer("o-1"))),
                bad("the claims of a person from the staff directory", () -> STAFF.token(person())),
                bad("revoked", () -> {
                    String token = NATIONAL.token(Map.of("sub", "n-1"));
                    NATIONAL.revoke(NATIONAL.known(token, NATIONAL.claims(Map.of("sub", "n-1"))));
                    return token;
                }),
                bad("opaque and unknown", () -> "e3b0c44298fc1c149afbf4c8996fb924"),
                bad(
                        "opaque and for another system",
                        () -> PROVINCE.known(
                                "0pAqUe-for-another", with(PROVINCE.claims(person()), "aud", "another-system"))));
    }

    private static List<Bad> shapes() {
        return List.of(
                bad("garbage", () -> "a.b.c"),
                bad("garbage that is JSON", () -> encoded("[]") + "." + encoded("[]") + "." + encoded("[]")),
                bad("too large", () -> PROVINCE.token(with(person(), "padding", "x".repeat(9000)))),
                bad("characters that no token has", () -> "a\u00e4b"),
                new Bad("another scheme", () -> "Basic Y2l0aXplbjpndWl6aG91"),
                new Bad("no token", () -> "Bearer"),
                new Bad("two tokens in one header", () -> "Bearer " + PROVINCE.token(person()) + ", Bearer x"));
    }

    private static List<Bad> claims() {
        return List.of(
                bad("roles that are a text", person("groups", "CITIZEN")),
                bad("roles that are a number", person("groups", 7)),
                bad("roles that are an object", person("groups", Map.of("CITIZEN", true))),
                bad("roles with a number among them", person("groups", List.of("CITIZEN", 7))),
                bad("a role of staff for a person", person("groups", List.of("CITIZEN", "OFFICER"))),
                bad("a tenant for a person", person("tenant", "guiyang-hightech")),
                bad("a role of people for staff", officer("groups", List.of("OFFICER", "CITIZEN"))),
                bad("a corporation for staff", officer("uscc", "91520198EXMPL0018E")),
                bad("a tenant that is a list", officer("tenant", List.of("guiyang-hightech"))),
                bad("an unknown kind of account", person("user_type", "SYSTEM")),
                bad("a kind that is an object", person("user_type", Map.of())),
                bad("a level that is a list", person("real_name_level", List.of("L4"))),
                bad("no subject", person("sub", null)),
                bad("the subject of a member of staff", person("sub", "staff|o-1")),
                bad("a legal person without a corporation", person("user_type", "LEGAL_PERSON")));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void is_refused_at_every_door(Bad bad) {
        String header = bad.header().get();

        assertRefused(Door.graphql(VIEWER, header));
        assertRefused(Door.upload(header));
        assertRefused(Door.download(header));
        assertThat(Door.socket(header)).isEqualTo("4403 Forbidden");
    }

    private static void assertRefused(Reply reply) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.challenges()).containsExactly("Bearer realm=\"one-network\", error=\"invalid_token\"");
        assertThat(reply.json().properties()).hasSize(1);
        JsonNode error = reply.json().at("/errors/0");
        assertThat(error.properties()).hasSize(2);
        assertThat(error.path("message").asText()).isEqualTo("请先登录。");
        assertThat(error.path("extensions").properties()).hasSize(2);
        assertThat(error.at("/extensions/code").asText()).isEqualTo("UNAUTHENTICATED");
        assertThat(error.at("/extensions/errorId").asText()).hasSize(36);
    }

    @Test
    void two_headers_are_refused_even_where_both_are_good() {
        String good = "Bearer " + PROVINCE.token(person());

        assertRefused(Door.graphql(VIEWER, good, good));
        assertRefused(Door.upload(good, good));
        assertRefused(Door.download(good, good));
        assertThat(Door.socket(List.of(good, good))).isEqualTo("4403 Forbidden");
    }

    @Test
    void more_than_headers_may_hold_is_refused_before_anybody_looks_at_it() {
        Reply reply = Door.overHttp1("Bearer " + "x".repeat(40_000));

        assertThat(reply.status()).isEqualTo(431);
        assertThat(reply.text()).isEmpty();
        assertThat(Door.socket("Bearer " + "x".repeat(40_000))).isEqualTo("4403 Forbidden");
    }

    @Test
    void without_a_token_an_upload_is_told_how_to_log_in_and_nothing_of_an_error() {
        assertThat(Door.upload().challenges()).containsExactly("Bearer realm=\"one-network\"");
    }

    static Stream<Bad> goodTokens() {
        return Stream.of(
                bad("nothing with a person", () -> PROVINCE.token(person())),
                bad("nothing with an officer", () -> STAFF.token(TwoIssuers.officer("o-1"))),
                bad("nothing but a clock, which is late", () -> ended(5)),
                bad(
                        "nothing but a clock, which is early",
                        () -> PROVINCE.sign(with(PROVINCE.claims(person()), "nbf", now() + 5))));
    }

    @ParameterizedTest
    @MethodSource("goodTokens")
    void passes_at_every_door(Bad good) {
        String header = good.header().get();

        assertThat(Door.graphql(VIEWER, header).status()).isEqualTo(200);
        assertThat(Door.upload(header).status()).isEqualTo(404);
        assertThat(Door.download(header).status()).isEqualTo(404);
        assertThat(Door.socket(header)).contains("connection_ack");
    }

    @Test
    void subjects_of_two_issuers_never_meet() {
        JsonNode citizen = viewer(PROVINCE.token(TwoIssuers.person("same", "L3")));
        JsonNode officer = viewer(STAFF.token(TwoIssuers.officer("same")));

        assertThat(citizen.path("id").asText()).isEqualTo("same");
        assertThat(officer.path("id").asText()).isEqualTo("staff|same");
        assertThat(officer.path("kind").asText()).isEqualTo("STAFF");
        assertThat(officer.path("roles").toString()).isEqualTo("[\"OFFICER\"]");
    }

    @Test
    void an_opaque_token_is_what_its_issuer_says_of_it() {
        String token = PROVINCE.known("0pAqUe", PROVINCE.claims(TwoIssuers.person("p-opaque", "L2")));

        JsonNode viewer = viewer(token);

        assertThat(viewer.path("id").asText()).isEqualTo("p-opaque");
        assertThat(viewer.path("realNameLevel").asText()).isEqualTo("L2");
        PROVINCE.revoke(token);
        assertRefused(Door.graphql(VIEWER, "Bearer " + token));
    }

    @Test
    void where_the_issuer_is_asked_each_time_a_revoked_token_is_refused_and_the_person_is_what_it_tells() {
        Map<String, Object> claims = NATIONAL.claims(Map.of("sub", "n-2"));
        String token = NATIONAL.known(NATIONAL.sign(claims), claims);
        NATIONAL.tellsOfPerson(Map.of("sub", "n-2", "real_name_level", "L4"));

        JsonNode viewer = viewer(token);

        assertThat(viewer.path("id").asText()).isEqualTo("national|n-2");
        assertThat(viewer.path("realNameLevel").asText()).isEqualTo("L4");
        assertThat(viewer.path("roles").toString()).isEqualTo("[\"CITIZEN\"]");
        NATIONAL.tellsOfPerson(Map.of("sub", "somebody else", "real_name_level", "L4"));
        assertRefused(Door.graphql(VIEWER, "Bearer " + token));
        NATIONAL.tellsOfPerson(Map.of("sub", "n-2"));
        NATIONAL.revoke(token);
        assertRefused(Door.graphql(VIEWER, "Bearer " + token));
    }

    private static JsonNode viewer(String token) {
        return Door.graphql(VIEWER, "Bearer " + token).json().at("/data/viewer");
    }
}
