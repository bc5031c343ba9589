package cn.onenetwork.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The documents of every build of the app that may still be out there.
///
/// `builds.json` lists the builds, the oldest first: `[{"build": "1.0.0", "sunset": "2027-06-01"}]`, where the
/// sunset is the day from which the build is refused, or null. `1.0.0.json` beside it is the manifest of that
/// build, in the format of Apollo's code generators (`apollo-persisted-query-manifest`), one document a line.
final class Manifests {

    private static final String CLASSPATH = "classpath:";
    private static final String FORMAT = "apollo-persisted-query-manifest";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Build> builds;
    private final Map<String, Trusted> documents;

    private Manifests(List<Build> builds, Map<String, Trusted> documents) {
        this.builds = builds;
        this.documents = documents;
    }

    /// A build of the app.
    ///
    /// @param sunset the day from which it is refused; null while there is none
    record Build(String name, @Nullable LocalDate sunset) {

        boolean isServedOn(LocalDate day) {
            return sunset == null || day.isBefore(sunset);
        }
    }

    /// A document, and the builds that send it.
    record Trusted(String body, List<Build> builds) {}

    /// @param source `classpath:folder`, or a path of the file system
    /// @throws UncheckedIOException where a file is missing or not what it should be; a hash that is not that of
    ///     its document counts as that
    static Manifests read(String source) {
        try {
            List<Build> builds = new ArrayList<>();
            Map<String, Trusted> documents = new HashMap<>();
            for (JsonNode entry : tree(source, "builds.json")) {
                Build build = new Build(text(entry, "build"), sunset(entry));
                builds.add(build);
                add(build, tree(source, build.name() + ".json"), documents);
            }
            return new Manifests(List.copyOf(builds), Map.copyOf(documents));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The trusted documents at " + source + " cannot be read", unreadable);
        }
    }

    private static @Nullable LocalDate sunset(JsonNode build) throws IOException {
        JsonNode sunset = build.path("sunset");
        try {
            return sunset.isMissingNode() || sunset.isNull() ? null : LocalDate.parse(sunset.asText());
        } catch (DateTimeParseException noDay) {
            throw new IOException("the sunset of build " + text(build, "build") + " is no day", noDay);
        }
    }

    private static void add(Build build, JsonNode manifest, Map<String, Trusted> documents) throws IOException {
        if (!text(manifest, "format").equals(FORMAT)) {
            throw new IOException("the manifest of build " + build.name() + " is no " + FORMAT);
        }
        for (JsonNode operation : manifest.path("operations")) {
            String body = text(operation, "body");
            if (!text(operation, "id").equals(DocumentHash.of(body))) {
                throw new IOException("the hash of " + text(operation, "name") + " in build " + build.name()
                        + " is not that of its document");
            }
            List<Build> senders = new ArrayList<>();
            Trusted known = documents.get(text(operation, "id"));
            if (known != null) {
                senders.addAll(known.builds());
            }
            senders.add(build);
            documents.put(text(operation, "id"), new Trusted(body, List.copyOf(senders)));
        }
    }

    private static String text(JsonNode object, String member) throws IOException {
        if (!object.path(member).isTextual()) {
            throw new IOException("'" + member + "' is missing");
        }
        return object.path(member).textValue();
    }

    private static JsonNode tree(String source, String file) throws IOException {
        try (InputStream stream = open(source, file)) {
            return JSON.readTree(stream);
        }
    }

    private static InputStream open(String source, String file) throws IOException {
        if (!source.startsWith(CLASSPATH)) {
            return Files.newInputStream(Path.of(source, file));
        }
        String name = source.substring(CLASSPATH.length()) + "/" + file;
        InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("no resource " + name);
        }
        return stream;
    }

    /// The document of this hash, whatever build it belongs to.
    @Nullable
    Trusted document(String hash) {
        return documents.get(hash);
    }

    /// The build of this name.
    @Nullable
    Build build(@Nullable String name) {
        return builds.stream()
                .filter(build -> build.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /// The oldest build that is served on that day: what an app has to become at least.
    @Nullable
    Build needed(LocalDate day) {
        return builds.stream()
                .filter(build -> build.isServedOn(day))
                .findFirst()
                .orElse(null);
    }

    Map<String, Trusted> documents() {
        return documents;
    }
}
