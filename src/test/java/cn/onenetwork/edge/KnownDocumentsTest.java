package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.edge.Client.Reply;
import cn.onenetwork.edge.EdgeConfig.Accepted;
import cn.onenetwork.testing.MovableClock;
import cn.onenetwork.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents by their hash, and a service that runs no others. Build 1.0.0 sends OLD and BOTH, 2.0.0 BOTH and
/// NEW; the sunset of 1.0.0 is the first of June.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KnownDocumentsTest {

    private static final String OLD = "query Old { __typename }";
    private static final String BOTH = "query Both { viewer { kind } }";
    private static final String NEW = "query New { __typename }";
    private static final String UNKNOWN = "query Unknown { __typename }";

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Inject
    Gates gates;

    @TempDir
    Path folder;

    private Client client;

    @BeforeEach
    void start() throws IOException {
        client = new Client(endpoint);
        write("builds.json", "[{\"build\":\"1.0.0\",\"sunset\":\"2026-06-01\"},{\"build\":\"2.0.0\",\"sunset\":null}]");
        write("1.0.0.json", ManifestsTest.manifest(OLD, BOTH));
        write("2.0.0.json", ManifestsTest.manifest(BOTH, NEW, "mutation M { __typename }"));
        MovableClock.onDay("2026-05-31");
    }

    private void write(String file, String text) throws IOException {
        Path _ = Files.writeString(folder.resolve(file), text);
    }

    private void accept(Accepted accepted, int maxRegistered) {
        Tuned limits = gates.limits();
        limits.accept = accepted;
        limits.maxRegistered = maxRegistered;
        limits.source = folder.toString();
        gates.install(limits);
    }

    private Reply send(String query, String hash, String... headers) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (query != null) {
            body.put("query", query);
        }
        if (hash != null) {
            body.put("extensions", Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash)));
        }
        return client.post(
                Client.json(body), Client.with(headers, "Content-Type", "application/json", "Accept", Client.GRAPHQL));
    }

    private static String hash(String document) {
        return DocumentHash.of(document);
    }

    @ParameterizedTest
    @EnumSource(Accepted.class)
    void a_trusted_document_runs_by_its_hash(Accepted accepted) {
        accept(accepted, 10);

        assertThat(send(null, hash(NEW)).json().at("/data/__typename").asText()).isEqualTo("Query");
        assertThat(client.post("{\"documentId\":\"sha256:" + hash(NEW) + "\"}", "Content-Type", "application/json")
                        .json()
                        .at("/data/__typename")
                        .asText())
                .isEqualTo("Query");
        assertThat(send(NEW, null).status()).isEqualTo(200);
    }

    @Test
    void only_trusted_documents_run_where_only_they_are_accepted() {
        accept(Accepted.TRUSTED, 10);
        Reply text = send(UNKNOWN, null, "Accept-Language", "en");
        Reply both = send(UNKNOWN, hash(UNKNOWN));

        assertThat(text.status()).isEqualTo(403);
        assertThat(text.code()).isEqualTo("DOCUMENT_REFUSED");
        assertThat(text.error().at("/extensions/buildNeeded").asText()).isEqualTo("1.0.0");
        assertThat(text.error().path("message").asText()).contains("update the app");
        assertThat(both.code()).isEqualTo("DOCUMENT_REFUSED");
        assertThat(send(UNKNOWN + " ", hash(NEW)).code()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void a_hash_nobody_trusts_is_answered_so_that_the_client_stops_sending_hashes() {
        accept(Accepted.TRUSTED, 10);
        Reply reply = send(null, hash(UNKNOWN));

        assertThat(reply.code()).isEqualTo("PERSISTED_QUERY_NOT_SUPPORTED");
        assertThat(reply.error().path("message").asText()).isEqualTo("PersistedQueryNotSupported");
        assertThat(reply.error().at("/extensions/buildNeeded").asText()).isEqualTo("1.0.0");
    }

    @Test
    void a_build_runs_until_its_sunset() {
        accept(Accepted.TRUSTED, 10);
        assertThat(send(null, hash(OLD)).status()).isEqualTo(200);
        assertThat(send(null, hash(BOTH), "X-App-Build", "1.0.0").status()).isEqualTo(200);
        MovableClock.onDay("2026-06-01");
        Reply refused = send(null, hash(OLD));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("DOCUMENT_REFUSED");
        assertThat(refused.error().at("/extensions/buildNeeded").asText()).isEqualTo("2.0.0");
        assertThat(send(null, hash(BOTH)).status()).isEqualTo(200);
        assertThat(send(null, hash(BOTH), "X-App-Build", "2.0.0").status()).isEqualTo(200);
        assertThat(send(null, hash(BOTH), "X-App-Build", "unheard of").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-App-Build", "apollographql-client-version"})
    void a_build_that_names_itself_is_refused_from_its_sunset_whatever_it_sends(String header) {
        accept(Accepted.TRUSTED, 10);
        MovableClock.onDay("2026-06-01");

        assertThat(send(null, hash(BOTH), header, "1.0.0").code()).isEqualTo("DOCUMENT_REFUSED");
    }

    @Test
    void an_unknown_document_is_sent_once_and_runs_by_its_hash_from_then_on() {
        accept(Accepted.ANY, 10);
        Reply unknown = client.post(
                "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash(UNKNOWN) + "\"}}}",
                "Content-Type",
                "application/json",
                "Accept",
                "application/graphql-response+json, application/json");

        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(unknown.error().path("message").asText()).isEqualTo("PersistedQueryNotFound");
        assertThat(unknown.code()).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
        assertThat(send(null, hash(UNKNOWN)).status()).isEqualTo(404);
        assertThat(send(UNKNOWN, hash(UNKNOWN)).status()).isEqualTo(200);
        assertThat(send(null, hash(UNKNOWN)).json().at("/data/__typename").asText())
                .isEqualTo("Query");
    }

    @Test
    void what_cannot_run_is_not_remembered() {
        accept(Accepted.PERSISTED, 10);
        String wrong = "{ nothing }";

        assertThat(send(wrong, hash(wrong)).code()).isEqualTo("BAD_USER_INPUT");
        assertThat(send(null, hash(wrong)).code()).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
    }

    @Test
    void what_was_not_asked_for_the_longest_is_forgotten() {
        accept(Accepted.PERSISTED, 2);
        for (String name : new String[] {"A", "B", "C"}) {
            String document = "query " + name + " { __typename }";
            assertThat(send(document, hash(document)).status()).isEqualTo(200);
        }

        assertThat(send(null, hash("query A { __typename }")).code()).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
        assertThat(send(null, hash("query C { __typename }")).status()).isEqualTo(200);
    }

    @Test
    void where_hashes_are_asked_for_a_document_without_one_is_refused() {
        accept(Accepted.PERSISTED, 10);

        assertThat(send(UNKNOWN, null).code()).isEqualTo("DOCUMENT_REFUSED");
        assertThat(send(UNKNOWN, hash(UNKNOWN)).status()).isEqualTo(200);
    }

    @Test
    void where_nothing_is_remembered_hashes_are_not_supported() {
        accept(Accepted.ANY, 0);

        assertThat(send(null, hash(UNKNOWN)).code()).isEqualTo("PERSISTED_QUERY_NOT_SUPPORTED");
        assertThat(send(UNKNOWN, hash(UNKNOWN)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"documentId\":\"md5:0123\"}",
                "{\"documentId\":7}",
                "{\"documentId\":\"sha256:XYZ\"}",
                "{\"extensions\":{\"persistedQuery\":7}}",
                "{\"extensions\":{\"persistedQuery\":{\"version\":1}}}",
                "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"abc\"}}}"
            })
    void a_hash_that_is_none_is_refused(String body) {
        Reply reply = client.post(body, "Content-Type", "application/json");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void another_version_of_the_extension_is_not_supported() {
        Reply reply = client.post(
                "{\"extensions\":{\"persistedQuery\":{\"version\":2,\"sha256Hash\":\"" + hash(NEW) + "\"}}}",
                "Content-Type",
                "application/json");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.code()).isEqualTo("PERSISTED_QUERY_NOT_SUPPORTED");
    }

    private Reply get(String parameter, String value, String... headers) {
        URI address = URI.create(endpoint + "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        return client.send(client.request(address, headers).GET());
    }

    @Test
    void the_answer_to_a_get_by_hash_may_be_kept_where_nobody_is_logged_in() {
        accept(Accepted.TRUSTED, 10);
        Reply kept = get("documentId", "sha256:" + hash(BOTH));
        Reply alike = get("extensions", "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash(BOTH) + "\"}}");

        assertThat(kept.text())
                .isEqualTo("{\"data\":{\"viewer\":null},\"extensions\":{\"cost\":{\"asked\":11,\"used\":10}}}");
        assertThat(kept.headers().firstValue("cache-control")).hasValue("public, max-age=60");
        assertThat(kept.headers().firstValue("vary"))
                .hasValueSatisfying(
                        names -> assertThat(names).contains("Authorization", "Cookie", "Accept-Language", "Accept"));
        assertThat(alike.text()).isEqualTo(kept.text());
    }

    @Test
    void no_other_answer_may_be_kept() {
        accept(Accepted.ANY, 10);
        String id = "sha256:" + hash(BOTH);

        assertThat(caching(get("documentId", id, "Authorization", "Bearer " + Tokens.of("citizen"))))
                .isEqualTo("no-store");
        assertThat(caching(get("documentId", "sha256:" + hash(UNKNOWN)))).isEqualTo("no-store");
        assertThat(caching(get("query", BOTH))).isEqualTo("no-store");
        assertThat(caching(send(null, hash(BOTH)))).isEqualTo("no-store");
    }

    private static String caching(Reply reply) {
        return reply.headers().firstValue("cache-control").orElseThrow();
    }

    @Test
    void a_get_by_hash_never_runs_a_mutation() {
        accept(Accepted.TRUSTED, 10);

        assertThat(get("documentId", "sha256:" + hash("mutation M { __typename }"))
                        .status())
                .isEqualTo(405);
    }

    @Test
    void a_socket_takes_hashes_as_well() {
        accept(Accepted.PERSISTED, 10);
        try (Wires wires = Wires.ready(endpoint)) {
            JsonNode unknown = wires.send(subscribe("1", "", UNKNOWN)).expect("error");
            assertThat(unknown.at("/payload/0/message").asText()).isEqualTo("PersistedQueryNotFound");
            assertThat(unknown.at("/payload/0/extensions/code").asText()).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
            wires.send(subscribe("1", UNKNOWN, UNKNOWN)).expect("next");
            wires.expect("complete");

            assertThat(wires.send(subscribe("1", "", UNKNOWN))
                            .expect("next")
                            .at("/payload/data/__typename")
                            .asText())
                    .isEqualTo("Query");
        }
    }

    private static String subscribe(String id, String query, String hashed) {
        return Client.json(Map.of(
                "id",
                id,
                "type",
                "subscribe",
                "payload",
                Map.of(
                        "query",
                        query,
                        "extensions",
                        Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash(hashed))))));
    }
}
