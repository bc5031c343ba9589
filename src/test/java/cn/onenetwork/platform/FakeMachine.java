package cn.onenetwork.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A machine made of one temporary folder, for trying the launcher: a `PATH` with the standard tools only, and
/// JDKs and Mavens that are stubs. Nothing of the real machine is seen.
final class FakeMachine {

    private static final List<String> TOOLS = List.of(
            "sh",
            "basename",
            "cat",
            "chmod",
            "cp",
            "dirname",
            "mkdir",
            "mktemp",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "tail");

    private static final String TELL_HOW_CALLED = """
            #!/bin/sh
            printf 'maven=%s\\n' "$0" "java=$JAVA_HOME" "folder=$PWD"
            for arg in "$@"; do printf 'arg=%s\\n' "$arg"; done
            """;

    private final Path root;
    private final Path launcher = Path.of("mvnw").toAbsolutePath();

    FakeMachine(Path root) {
        this.root = root;
        TOOLS.forEach(
                tool -> script(root.resolve("bin").resolve(tool), "#!/bin/sh\nexec '" + realTool(tool) + "' \"$@\"\n"));
    }

    /// What a run of the launcher left: its exit code and what it printed.
    record Run(int exit, List<String> out, List<String> err) {

        /// The values the stub Maven printed under this name.
        List<String> told(String name) {
            return out.stream()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1))
                    .toList();
        }
    }

    Path folder(String name) {
        return root.resolve(name);
    }

    String pinnedMaven() {
        return lines(launcher).stream()
                .filter(line -> line.startsWith("pinned_maven="))
                .map(line -> line.substring("pinned_maven=".length()))
                .findFirst()
                .orElseThrow();
    }

    /// A JDK with the usual `release` file.
    Path jdk(String name, String version) {
        var home = jdkWithoutReleaseFile(name, version);
        write(home.resolve("release"), "IMPLEMENTOR=\"Stub\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /// A JDK that has to be asked for its version.
    Path jdkWithoutReleaseFile(String name, String version) {
        var home = root.resolve(name);
        script(home.resolve("bin/javac"), "#!/bin/sh\n");
        script(home.resolve("bin/java"), """
                #!/bin/sh
                echo '    java.home = %s' >&2
                echo 'openjdk version "%s" 2025-09-16' >&2
                """.formatted(home, version));
        return home;
    }

    /// A Maven that tells how it was called.
    Path maven(String name, String version) {
        return mavenThat(name, version, TELL_HOW_CALLED);
    }

    /// A Maven too old to build with, which fetches a newer one when told to, and writes down with what words.
    Path mavenThatFetches(String name, String version) {
        script(root.resolve("newer-mvn"), TELL_HOW_CALLED);
        return mavenThat(name, version, """
                #!/bin/sh
                for arg in "$@"; do
                  printf '%%s\\n' "$arg" >>'%1$s/fetch-arguments'
                  case $arg in -DoutputDirectory=*) out=${arg#*=}/apache-maven-%2$s ;; esac
                done
                mkdir -p "$out/bin"
                sleep 0.2
                cat '%1$s/newer-mvn' >"$out/bin/mvn"
                """.formatted(root, pinnedMaven()));
    }

    /// A Maven home with this script as its command.
    Path mavenThat(String name, String version, String script) {
        var home = root.resolve(name);
        write(home.resolve("lib/maven-core-" + version + ".jar"), "");
        script(home.resolve("bin/mvn"), script);
        return home;
    }

    List<String> fetchArguments() {
        var file = root.resolve("fetch-arguments");
        return Files.exists(file) ? lines(file) : List.of();
    }

    void onPath(String command, Path target) {
        try {
            Files.createDirectories(root.resolve("bin"));
            var _ = Files.createSymbolicLink(root.resolve("bin").resolve(command), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Run run(Map<String, String> environment, String... arguments) {
        return finish(start(root, environment, arguments));
    }

    Run runIn(Path folder, String... arguments) {
        return finish(start(folder, Map.of(), arguments));
    }

    Process start(Path folder, Map<String, String> environment, String... arguments) {
        var command = Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                .toList();
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", root.resolve("bin").toString());
        builder.environment().put("HOME", root.resolve("home").toString());
        builder.environment().put("ONE_NETWORK_JDK_DIRS", root.resolve("jdks").toString());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Run finish(Process process) {
        try (var out = process.inputReader();
                var err = process.errorReader()) {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the launcher hangs");
            }
            return new Run(process.exitValue(), out.readAllLines(), err.readAllLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void script(Path file, String text) {
        write(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IllegalStateException("cannot make an executable script");
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path realTool(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
