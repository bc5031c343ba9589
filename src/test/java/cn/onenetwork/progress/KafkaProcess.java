package cn.onenetwork.progress;

import cn.onenetwork.testing.Child;
import io.quarkus.bootstrap.resolver.maven.MavenArtifactResolver;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;
import org.eclipse.aether.artifact.DefaultArtifact;

/// A real broker, alone, in a process of its own; its libraries meet neither ours nor the package.
final class KafkaProcess implements AutoCloseable {

    private static final String VERSION = "4.1.1";
    private static final Duration TIME_TO_START = Duration.ofMinutes(2);

    private final Child process;
    private final int port;

    private KafkaProcess(Child process, int port) {
        this.process = process;
        this.port = port;
    }

    static KafkaProcess start(Path folder) throws Exception {
        String libraries = libraries();
        int port = freePort();
        Path settings = Files.writeString(folder.resolve("server.properties"), settings(folder, port, freePort()));
        Path log = folder.resolve("broker.log");
        try (Child format = Child.start(
                log,
                List.of(
                        Child.java(),
                        "-cp",
                        libraries,
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        Uuid.randomUuid().toString(),
                        "-c",
                        settings.toString()))) {
            format.awaitSuccess(TIME_TO_START);
        }
        Child process = Child.start(
                log, List.of(Child.java(), "-Xmx256m", "-cp", libraries, "kafka.Kafka", settings.toString()));
        Awaitility.await().atMost(TIME_TO_START).until(() -> answers(port));
        return new KafkaProcess(process, port);
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    private static String libraries() throws Exception {
        return MavenArtifactResolver.builder()
                .setWorkspaceDiscovery(false)
                .build()
                .resolveDependencies(new DefaultArtifact("org.apache.kafka", "kafka_2.13", "jar", VERSION), List.of())
                .getArtifactResults()
                .stream()
                .map(result -> result.getArtifact().getFile().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String settings(Path folder, int port, int controller) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                log.dirs=%3$s
                num.partitions=3
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                """.formatted(port, controller, folder.resolve("data"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
