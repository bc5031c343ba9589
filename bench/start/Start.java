import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// From `java -jar` to the first answer of GraphQL that read the database, several times, one way after the other in
/// turns. Database and issuer run elsewhere; the settings come from the environment.
///
///     java bench/start/Start.java <runs> <name>=<folder of a package>[,<option of java>]...
void main(String[] arguments) throws Exception {
    int runs = Integer.parseInt(arguments[0]);
    List<String> ways = List.of(arguments).subList(1, arguments.length);
    List<List<Long>> taken = new ArrayList<>();
    ways.forEach(way -> taken.add(new ArrayList<>()));
    for (int run = 0; run < runs; run++) {
        for (int way = 0; way < ways.size(); way++) {
            taken.get(way).add(once(ways.get(way).split("=", 2)[1].split(",")));
        }
    }
    for (int way = 0; way < ways.size(); way++) {
        List<Long> sorted = taken.get(way).stream().sorted().toList();
        System.out.printf("%-24s median %5d ms, of %s%n", ways.get(way).split("=")[0], sorted.get(runs / 2), sorted);
    }
}

long once(String[] way) throws Exception {
    List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
    command.addAll(List.of(way).subList(1, way.length));
    command.addAll(List.of("-Dquarkus.http.port=18090", "-jar", "quarkus-run.jar"));
    Path said = Files.createTempFile("start", ".log");
    long begin = System.nanoTime();
    Process service = new ProcessBuilder(command)
            .directory(Path.of(way[0]).toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
        while (!answers()) {
            if (!service.isAlive()) {
                throw new IllegalStateException("it ended: " + command + "\n" + Files.readString(said));
            }
            Thread.sleep(10);
        }
        return (System.nanoTime() - begin) / 1_000_000;
    } finally {
        service.destroy();
        if (!service.waitFor(60, TimeUnit.SECONDS)) {
            service.destroyForcibly();
        }
        Files.delete(said);
    }
}

final HttpClient client = HttpClient.newHttpClient();

boolean answers() throws InterruptedException {
    try {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:18090/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\": \"{ serviceItems { totalCount } }\"}"))
                .build();
        return client.send(request, BodyHandlers.ofString()).body().contains("\"totalCount\":4");
    } catch (IOException notYet) {
        return false;
    }
}
