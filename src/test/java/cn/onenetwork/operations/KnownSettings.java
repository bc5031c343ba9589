package cn.onenetwork.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The settings that the service reads, as environment variables.
///
/// Ours come from the typed configurations and from what the sources name; those of Quarkus from the description that
/// each
/// extension brings, as far as they can still be set when the package runs.
final class KnownSettings {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final String DESCRIPTION = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final Pattern NAMED =
            Pattern.compile("[\"{](one-network(?:\\.[a-z0-9]+(?:-[a-z0-9]+)*)+)(?=[\":}])");
    private static final ObjectMapper JSON = new ObjectMapper();

    private KnownSettings() {}

    /// The rule of MicroProfile Config.
    static String asEnvironmentVariable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    static Set<String> all() throws IOException {
        Set<String> known = new TreeSet<>(ofQuarkus());
        TypedSettings.all().stream().map(TypedSettings.Setting::variable).forEach(known::add);
        for (Path source : sources()) {
            NAMED.matcher(Files.readString(source))
                    .results()
                    .map(name -> name.group(1))
                    .map(KnownSettings::asEnvironmentVariable)
                    .forEach(known::add);
        }
        return known;
    }

    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> ofQuarkus() throws IOException {
        Set<String> names = new TreeSet<>();
        for (URL description :
                Collections.list(KnownSettings.class.getClassLoader().getResources(DESCRIPTION))) {
            try (InputStream json = description.openStream()) {
                names.addAll(atRunTime(JSON.readTree(json)));
            }
        }
        return names;
    }

    private static Set<String> atRunTime(JsonNode description) {
        return Manifests.objects(description)
                .filter(item -> item.path("phase").asText().equals("RUN_TIME"))
                .map(item -> item.at("/path/environmentVariable").asText())
                .collect(Collectors.toSet());
    }
}
