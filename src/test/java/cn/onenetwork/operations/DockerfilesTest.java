package cn.onenetwork.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be told of the images without making them.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DockerfilesTest {

    private static final Path FOLDER = Path.of("src/main/docker");
    private static final Pattern PINNED =
            Pattern.compile("[\\w.-]+/[\\w./-]+:[\\w.-]*\\d+\\.\\d+[\\w.-]*(@sha256:[0-9a-f]{64})?");

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
    void an_image_keeps_to_the_rules(String file) throws IOException {
        assertThat(broken(Files.readString(FOLDER.resolve(file)))).isEmpty();
    }

    @Test
    void a_careless_image_is_noticed() {
        assertThat(broken("FROM ubuntu\nADD https://example.org/x /x\nCOPY nowhere /y\nENTRYPOINT java -jar x.jar\n"))
                .containsExactly(
                        "ubuntu has no version of its own",
                        "it runs as root",
                        "it is started through a shell, which keeps signals to itself",
                        "ADD may fetch anything",
                        "nowhere is not in the tree");
        assertThat(broken("FROM a/b:1.2.3\nUSER 1001:1001\nUSER root\nENTRYPOINT [\"x\"]\n"))
                .containsExactly("it runs as root");
    }

    @Test
    void the_service_runs_as_the_user_of_the_manifests() throws IOException {
        for (String file : List.of("Dockerfile.jvm", "Dockerfile.native")) {
            assertThat(last(Files.readString(FOLDER.resolve(file)), "USER")).isEqualTo("1001:1001");
        }
        assertThat(Files.readString(Path.of("k8s/base/deployment.yaml")))
                .contains("runAsUser: 1001", "runAsGroup: 1001");
    }

    @Test
    void the_cache_is_used_as_it_was_made() throws IOException {
        String image = Files.readString(FOLDER.resolve("Dockerfile.jvm"));
        String training = Files.readString(FOLDER.resolve("Train.java"));

        List<String> chosen = Pattern.compile("-XX:\\+Use\\w+")
                .matcher(last(image, "ENTRYPOINT"))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(last(image, "ENTRYPOINT")).contains("-XX:AOTCache=app.aot");
        assertThat(chosen).as("collector and headers").hasSize(2);
        assertThat(training).contains("-XX:AOTCacheOutput=app.aot").contains(chosen);
        assertThat(instructions(image, "FROM").stream().filter(from -> from.startsWith("${RUNTIME}")))
                .as("trained on the base of the last stage")
                .hasSize(2);
    }

    @Test
    void the_training_asks_with_documents_of_the_app() throws IOException {
        List<String> asked = Pattern.compile("documents\\.get\\(\"(\\w+)\"\\)")
                .matcher(Files.readString(FOLDER.resolve("Train.java")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(asked)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Path.of("graphql-schema/operations", name + ".graphql"))
                        .exists());
    }

    private static List<String> broken(String dockerfile) {
        List<String> complaints = new ArrayList<>();
        bases(dockerfile)
                .filter(base -> !PINNED.matcher(base).matches())
                .forEach(base -> complaints.add(base + " has no version of its own"));
        if (!last(dockerfile, "USER").matches("[1-9]\\d+:[1-9]\\d+")) {
            complaints.add("it runs as root");
        }
        if (!last(dockerfile, "ENTRYPOINT").startsWith("[\"")) {
            complaints.add("it is started through a shell, which keeps signals to itself");
        }
        if (!instructions(dockerfile, "ADD").isEmpty()) {
            complaints.add("ADD may fetch anything");
        }
        instructions(dockerfile, "COPY").stream()
                .filter(copy -> !copy.contains("--from="))
                .map(copy -> copy.replaceAll("--\\S+ ", "").split(" ")[0])
                .filter(source -> !source.startsWith("target/") && !Files.exists(Path.of(source)))
                .forEach(source -> complaints.add(source + " is not in the tree"));
        return complaints;
    }

    private static Stream<String> bases(String dockerfile) {
        return Stream.concat(
                instructions(dockerfile, "ARG").stream()
                        .filter(argument -> argument.startsWith("RUNTIME="))
                        .map(argument -> argument.substring("RUNTIME=".length())),
                instructions(dockerfile, "FROM").stream()
                        .map(from -> from.split(" ")[0])
                        .filter(base -> !base.equals("${RUNTIME}")));
    }

    private static String last(String dockerfile, String instruction) {
        List<String> all = instructions(dockerfile, instruction);
        return all.isEmpty() ? "" : all.getLast();
    }

    private static List<String> instructions(String dockerfile, String instruction) {
        Matcher found = Pattern.compile("(?m)^" + instruction + " (.*)$").matcher(dockerfile);
        return found.results().map(line -> line.group(1)).toList();
    }
}
