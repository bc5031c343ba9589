package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.onenetwork.testing.GoldenFile;
import com.fasterxml.jackson.databind.JsonNode;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The documents that production may be limited to.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ManifestsTest {

    private static final Path OPERATIONS = Path.of("graphql-schema", "operations");
    private static final Path MANIFESTS = Path.of("src", "main", "resources", "trusted-documents");

    @Inject
    EdgeConfig config;

    @Inject
    Documents documents;

    @Inject
    Pricing pricing;

    @TempDir
    Path folder;

    /// The last build is the one that is being worked on; those before it are out there and stay as they are.
    @Test
    void the_manifest_of_the_last_build_holds_the_documents_of_the_app() throws IOException {
        JsonNode builds = Client.JSON.readTree(MANIFESTS.resolve("builds.json").toFile());
        String last = builds.get(builds.size() - 1).path("build").asText();

        GoldenFile.of(MANIFESTS.resolve(last + ".json"), ManifestsTest.class).mustSay(manifest());
    }

    private static String manifest() throws IOException {
        try (Stream<Path> files = Files.list(OPERATIONS)) {
            return files.sorted().map(ManifestsTest::line).collect(Collectors.joining(",\n    ", """
                            {
                              "format": "apollo-persisted-query-manifest",
                              "version": 1,
                              "operations": [
                                \
                            """, "\n  ]\n}\n"));
        }
    }

    private static String line(Path file) {
        try {
            String body = Files.readString(file);
            OperationDefinition operation = Parser.parse(body)
                    .getFirstDefinitionOfType(OperationDefinition.class)
                    .orElseThrow();
            Map<String, String> line = new LinkedHashMap<>();
            line.put("id", DocumentHash.of(body));
            line.put("name", operation.getName());
            line.put("type", operation.getOperation().name().toLowerCase(Locale.ROOT));
            line.put("body", body);
            return Client.json(line);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void every_document_of_every_build_still_runs_and_is_within_the_limits() {
        Map<String, Manifests.Trusted> all =
                Manifests.read(config.documents().source()).documents();

        assertThat(all).isNotEmpty();
        all.values().forEach(trusted -> {
            Documents.Chosen chosen = documents.operation(trusted.body(), null, Locale.ENGLISH);
            assertThat(pricing.of(chosen.document(), chosen.operation(), JsonValue.EMPTY_JSON_OBJECT)
                            .asked())
                    .as(chosen.operation().getName())
                    .isPositive()
                    .isLessThanOrEqualTo(config.document().maxCost());
        });
    }

    @Test
    void a_document_belongs_to_every_build_that_sends_it() throws IOException {
        write("builds.json", "[{\"build\":\"1\",\"sunset\":\"2026-06-01\"},{\"build\":\"2\"}]");
        write("1.json", manifest("{ __typename }"));
        write("2.json", manifest("{ __typename }"));
        Manifests read = Manifests.read(folder.toString());

        assertThat(read.document(DocumentHash.of("{ __typename }")))
                .isEqualTo(new Manifests.Trusted(
                        "{ __typename }",
                        List.of(
                                new Manifests.Build("1", LocalDate.parse("2026-06-01")),
                                new Manifests.Build("2", null))));
        assertThat(read.needed(LocalDate.parse("2026-05-31"))).isEqualTo(read.build("1"));
        assertThat(read.needed(LocalDate.parse("2026-06-01"))).isEqualTo(read.build("2"));
        assertThat(read.build("3")).isNull();
    }

    @Test
    void a_manifest_that_is_none_stops_the_start() throws IOException {
        refused("no builds.json");
        write("builds.json", "[{\"build\":\"1\"}]");
        refused("no manifest");
        write("1.json", "{\"format\":\"else\",\"operations\":[]}");
        refused("another format");
        write("1.json", manifest("{ __typename }").replace("__typename", "viewer { id }"));
        refused("a hash that is not that of its document");
        write("builds.json", "[{\"build\":\"1\",\"sunset\":\"soon\"}]");
        refused("a sunset that is no day");
    }

    private void refused(String what) {
        assertThatThrownBy(() -> Manifests.read(folder.toString())).as(what).isInstanceOf(UncheckedIOException.class);
    }

    static String manifest(String... bodies) {
        return Client.json(Map.of(
                "format",
                "apollo-persisted-query-manifest",
                "version",
                1,
                "operations",
                Stream.of(bodies)
                        .map(body -> Map.of("id", DocumentHash.of(body), "name", "N", "type", "query", "body", body))
                        .toList()));
    }

    private void write(String file, String text) throws IOException {
        Path _ = Files.writeString(folder.resolve(file), text);
    }
}
