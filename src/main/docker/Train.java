import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes the AOT cache (JEP 483, 514, 515) of a package: starts it, asks it what a phone asks, and stops it. What was
/// loaded, linked and hot then is written to `app.aot` beside it.
///
/// Database and issuer are those of a package that was built with `-Dembedded`, so that it needs nothing from outside:
///
///     java src/main/docker/Train.java <package with the embedded services> <package to train> <operations>
///
/// The collector and the size of headers are those that the image names: a cache is made for one of each.
void main(String[] arguments) throws Exception {
    Path embedded = Path.of(arguments[0]).toAbsolutePath();
    Path trained = Path.of(arguments[1]).toAbsolutePath();
    Path work = Files.createTempDirectory("training");
    Process services = start(embedded, work, "services", List.of(), Map.of(
            "QUARKUS_HTTP_PORT", "18079",
            "ONE_NETWORK_EMBEDDED_DB_PORT", "25431",
            "ONE_NETWORK_EMBEDDED_OIDC_PORT", "28179",
            "ONE_NETWORK_EMBEDDED_FOLDER", work.resolve("database").toString(),
            "ONE_NETWORK_DOCUMENTS_SCANNER", "none"));
    try {
        awaitReady(18079, services);
        Process service = start(trained, work, "service", List.of("-XX:AOTCacheOutput=app.aot", "-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders"), settings(work));
        awaitReady(18080, service);
        ask(Path.of(arguments[2]));
        service.destroy();
        if (!service.waitFor(3, TimeUnit.MINUTES) || !Files.exists(trained.resolve("app.aot"))) {
            throw new IllegalStateException("no cache was made: " + Files.readString(work.resolve("service.log")));
        }
        System.out.println("app.aot: " + Files.size(trained.resolve("app.aot")) / 1_000_000 + " MB");
    } finally {
        services.destroy();
        services.waitFor(1, TimeUnit.MINUTES);
    }
}

/// What a package of production needs, led to the embedded services. The serving role only: they have migrated.
Map<String, String> settings(Path work) {
    return Map.ofEntries(
            Map.entry("QUARKUS_HTTP_PORT", "18080"),
            Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://127.0.0.1:25431/one_network"),
            Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:25431/one_network"),
            Map.entry("QUARKUS_DATASOURCE_USERNAME", "one_network_app"),
            Map.entry("QUARKUS_DATASOURCE_PASSWORD", "guizhou"),
            Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", "http://localhost:28179/guizhou"),
            Map.entry("ONE_NETWORK_IDENTITY_ISSUERS_PROVINCE_VOUCHES_FOR", "PERSON,LEGAL_PERSON,STAFF"),
            Map.entry("ONE_NETWORK_DOCUMENTS_SCANNER", "none"),
            Map.entry("ONE_NETWORK_SHARED_FACTS", "sample"),
            Map.entry("ONE_NETWORK_EDGE_RATE_PER_PERSON", "1000000000"),
            Map.entry("ONE_NETWORK_EDGE_RATE_PER_ADDRESS", "1000000000"),
            Map.entry("ONE_NETWORK_DOCUMENTS_DOWNLOAD_TICKET_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
            Map.entry("ONE_NETWORK_CRYPTO_ACTIVE", "k1"),
            Map.entry("ONE_NETWORK_CRYPTO_KEYS_K1", "aes-256-gcm:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
            Map.entry("ONE_NETWORK_CRYPTO_HASH_KEYS", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
            Map.entry("ONE_NETWORK_PRIVACY_ACCESS_LOG_SPOOL", work.resolve("access-log").toString()),
            Map.entry("ONE_NETWORK_DOCUMENTS_STORAGE_FOLDER", work.resolve("documents").toString()));
}

Process start(Path folder, Path work, String name, List<String> options, Map<String, String> settings)
        throws IOException {
    List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
    command.addAll(options);
    command.addAll(List.of("-jar", "quarkus-run.jar"));
    ProcessBuilder builder = new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve(name + ".log").toFile());
    builder.environment().putAll(settings);
    return builder.start();
}

void awaitReady(int port, Process process) throws Exception {
    for (int tries = 0; tries < 1200 && process.isAlive(); tries++) {
        try {
            if (send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))).statusCode()
                    == 200) {
                return;
            }
        } catch (IOException notYet) {
            // It does not listen yet.
        }
        Thread.sleep(100);
    }
    throw new IllegalStateException("nothing became ready on port " + port);
}

/// First every document of the app, also what lacks its variables: that is parsed, validated and answered. Then what a day
/// consists of, so often that the compiler learns what is hot: an application is saved, filed, decided at once and looked
/// at, and an officer looks at what waits.
void ask(Path operations) throws Exception {
    String citizen = token("citizen"), officer = token("officer-hightech");
    Map<String, String> documents = new TreeMap<>();
    try (Stream<Path> files = Files.list(operations)) {
        for (Path file : files.filter(file -> file.toString().endsWith(".graphql")).toList()) {
            documents.put(file.getFileName().toString().replace(".graphql", ""), Files.readString(file));
        }
    }
    for (String document : documents.values()) {
        var _ = graphql(document, "{}", citizen);
    }
    String example = only("\"formExample\"\\s*:\\s*(.*)}}}", graphql(
            "query($t: String!) { serviceItem(taskCode: $t) { formExample } }", "{\"t\": \"" + INSTANT + "\"}", citizen));
    for (int round = 0; round < ROUNDS; round++) {
        String draft = only("\"id\"\\s*:\\s*\"([^\"]+)\"", graphql(documents.get("DraftSave"), """
                {"input": {"idempotencyKey": "save-%d", "taskCode": "%s", "form": %s}}""".formatted(round, INSTANT, example),
                citizen));
        var _ = only("(\"status\"\\s*:\\s*\"COMPLETED\")", graphql(documents.get("DraftSubmit"), """
                {"input": {"idempotencyKey": "submit-%d", "id": "%s"}}""".formatted(round, draft), citizen));
        String id = "{\"id\": \"" + draft + "\"}";
        for (int look = 0; look < 5; look++) {
            var _ = graphql(documents.get("CaseDetail"), id, citizen);
            var _ = graphql(PROGRESS, id, citizen);
        }
        var _ = graphql(documents.get("MyCases"), "{}", citizen);
        var _ = graphql(documents.get("CatalogueSearch"), "{\"text\": \"施工\"}", null);
        var _ = graphql(documents.get("ItemDetail"), "{\"taskCode\": \"" + INSTANT + "\"}", null);
        var _ = graphql(documents.get("Worklist"), "{}", officer);
    }
    var _ = send(HttpRequest.newBuilder(URI.create("http://localhost:18080/q/metrics")));
}

/// 社会保险参保证明: decided by rules, asks for nothing but what another authority has.
static final String INSTANT = "12520198EXAMPLE5494002014929001";
static final int ROUNDS = 500;
static final String PROGRESS = """
        query($id: ID!) { serviceCase(id: $id) { caseNo status item { name } deadline { promisedDueOn remainingWorkdays warning }
            timeline(first: 5) { nodes { kind to at } } } }""";

String token(String persona) throws Exception {
    return only("\"access_token\"\\s*:\\s*\"([^\"]+)\"", send(
            HttpRequest.newBuilder(URI.create("http://localhost:28179/guizhou/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(
                            "grant_type=password&client_id=mobile-app&password=guizhou&username=" + persona))));
}

/// What the pattern finds in the answer; it must be there, or nothing would be learned.
String only(String pattern, HttpResponse<String> answer) {
    Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(answer.body());
    if (!found.find()) {
        throw new IllegalStateException("no " + pattern + " in " + answer.body());
    }
    return found.group(1);
}

HttpResponse<String> graphql(String document, String variables, String token) throws Exception {
    String query = document.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:18080/graphql"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"query\": \"" + query + "\", \"variables\": " + variables + "}"));
    if (token != null) {
        request.header("Authorization", "Bearer " + token);
    }
    return send(request);
}

final HttpClient client = HttpClient.newHttpClient();

HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
}
