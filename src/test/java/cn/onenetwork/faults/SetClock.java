package cn.onenetwork.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// The clock of one or several processes, which a test can set while they run, as a wrong time server does.
///
/// @param file says the processes how far they are off
/// @param agent with [SteppedTime]
record SetClock(Path file, Path agent) {

    /// So long a process may go on with the time that it knows.
    private static final Duration NOTICED = Duration.ofMillis(300);

    private static final List<String> PARTS = List.of(
            "SteppedTime",
            "SteppedTime$Redirection",
            "SteppedTime$Stepped",
            "SteppedTime$OfSystem",
            "SteppedTime$OfClock",
            "SteppedTime$OfInstant",
            "SteppedTime$OfZonedDateTime",
            "SteppedTime$OfOffsetDateTime",
            "SteppedTime$OfLocalDateTime",
            "SteppedTime$OfLocalDate",
            "ConstantPool");

    static SetClock of(Path file) throws IOException {
        SetClock clock = new SetClock(file, file.resolveSibling(file.getFileName() + ".jar"));
        clock.pack();
        clock.write(Duration.ZERO);
        return clock;
    }

    private void pack() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", SteppedTime.class.getName());
        try (OutputStream out = Files.newOutputStream(agent);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (String part : PARTS) {
                String name = "cn/onenetwork/faults/" + part + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (InputStream bytes = SetClock.class.getResourceAsStream("/" + name)) {
                    bytes.transferTo(jar);
                }
            }
        }
    }

    /// What comes before a command that shall go by this clock.
    List<String> launcher() {
        return List.of("env", "JDK_JAVA_OPTIONS=-javaagent:" + agent + "=" + file);
    }

    /// Sets it, and waits until every process has noticed.
    ///
    /// @param ahead of the real time; negative where it is behind
    void set(Duration ahead) throws IOException, InterruptedException {
        write(ahead);
        TimeUnit.MILLISECONDS.sleep(NOTICED.toMillis());
    }

    private void write(Duration ahead) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, Long.toString(ahead.toSeconds()));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
