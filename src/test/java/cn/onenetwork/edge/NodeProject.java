package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A folder of `src/test` with scripts for Node and the packages they need, locked.
final class NodeProject {

    private final Path folder;

    private NodeProject(Path folder) {
        this.folder = folder;
    }

    /// Installs the packages; skips the test where there is no Node, except in CI.
    static NodeProject installed(String name, String script) throws Exception {
        boolean mayBeSkipped = System.getenv("CI") == null;
        assumeTrue(nodeIsThere() || !mayBeSkipped, "skipped: needs node and npm");
        NodeProject project = new NodeProject(Files.createDirectories(Path.of("target", name)));
        for (String file : List.of("package.json", "package-lock.json", script)) {
            Files.copy(
                    Path.of("src/test", name, file), project.folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(project.run(List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")))
                .contains("added");
        return project;
    }

    private static boolean nodeIsThere() {
        return Stream.of("node", "npm")
                .allMatch(tool -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))));
    }

    /// Runs a command to its end; returns what it printed.
    String run(List<String> command) throws IOException, InterruptedException {
        Path output = folder.toAbsolutePath().resolve(command.getFirst() + ".out");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
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

    /// Starts a script that goes on until its input ends.
    Process start(String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
