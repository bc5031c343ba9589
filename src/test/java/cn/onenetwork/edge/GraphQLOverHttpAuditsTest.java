package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The audits of npm `graphql-http`, which the GraphQL foundation uses to compare servers.
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GraphQLOverHttpAuditsTest {

    private static final Path SOURCES = Path.of("src/test/audits");
    private static final Path FOLDER = Path.of("target/audits");
    private static final int AUDITS = 61;

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Test
    void every_audit_of_graphql_over_http_passes() throws Exception {
        boolean mayBeSkipped = System.getenv("CI") == null;
        assumeTrue(nodeIsThere() || !mayBeSkipped, "skipped: the audits need node and npm");
        install();

        JsonNode results = new ObjectMapper().readTree(run(List.of("node", "audit.js", endpoint.toString())));

        assertThat(StreamSupport.stream(results.spliterator(), false)
                        .filter(result -> !result.path("status").asText().equals("ok")))
                .isEmpty();
        assertThat(results).hasSize(AUDITS);
    }

    private static boolean nodeIsThere() {
        return Stream.of("node", "npm")
                .allMatch(tool -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))));
    }

    private static void install() throws Exception {
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", "audit.js")) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(run(List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")))
                .contains("added");
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Path output = FOLDER.toAbsolutePath().resolve(command.getFirst() + ".out");
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended && process.exitValue() == 0).as("%s succeeds", command).isTrue();
        return Files.readString(output);
    }
}
