package cn.onenetwork.operations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.GoldenFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// A native image holds what it was told about while it was built, and nothing else: files, and classes that somebody
/// reaches by their name only.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NativeImageTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path METADATA =
            RESOURCES.resolve("META-INF/native-image/cn.onenetwork/one-network/reachability-metadata.json");
    private static final String MEMBERS =
            "\"allDeclaredConstructors\": true, \"allDeclaredMethods\": true, \"allDeclaredFields\": true";

    /// Of development only, read by Quarkus itself, or for people.
    private static final List<String> LEFT_OUT =
            List.of("embedded/", "explorer/", "META-INF/", "application.properties", "README.md", "LICENSE");

    /// What libraries find by name. PDFBox: how a file is locked. CEL: messages that its types are made of.
    private static final List<String> BY_NAME = List.of(
            "org.apache.pdfbox.pdmodel.encryption.PublicKeySecurityHandler",
            "org.apache.pdfbox.pdmodel.encryption.StandardSecurityHandler",
            "com.google.protobuf.Any",
            "com.google.protobuf.Any$Builder",
            "com.google.protobuf.BoolValue",
            "com.google.protobuf.BoolValue$Builder",
            "com.google.protobuf.BytesValue",
            "com.google.protobuf.BytesValue$Builder",
            "com.google.protobuf.DoubleValue",
            "com.google.protobuf.DoubleValue$Builder",
            "com.google.protobuf.Duration",
            "com.google.protobuf.Duration$Builder",
            "com.google.protobuf.Empty",
            "com.google.protobuf.Empty$Builder",
            "com.google.protobuf.FloatValue",
            "com.google.protobuf.FloatValue$Builder",
            "com.google.protobuf.Int32Value",
            "com.google.protobuf.Int32Value$Builder",
            "com.google.protobuf.Int64Value",
            "com.google.protobuf.Int64Value$Builder",
            "com.google.protobuf.ListValue",
            "com.google.protobuf.ListValue$Builder",
            "com.google.protobuf.StringValue",
            "com.google.protobuf.StringValue$Builder",
            "com.google.protobuf.Struct",
            "com.google.protobuf.Struct$Builder",
            "com.google.protobuf.Timestamp",
            "com.google.protobuf.Timestamp$Builder",
            "com.google.protobuf.UInt32Value",
            "com.google.protobuf.UInt32Value$Builder",
            "com.google.protobuf.UInt64Value",
            "com.google.protobuf.UInt64Value$Builder",
            "com.google.protobuf.Value",
            "com.google.protobuf.Value$Builder");

    private static final List<String> BUNDLES = List.of(
            "messages.Commitments",
            "messages.FormMessages",
            "messages.Labels",
            "messages.Refusals",
            "messages.UserErrors");

    private final JavaClasses classes = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void every_file_that_is_read_at_run_time_is_in_the_image() throws IOException {
        List<String> globs = includes();

        assertThat(resources().filter(file -> globs.stream().noneMatch(glob -> matches(glob, file))))
                .isEmpty();
        assertThat(resources().count()).isGreaterThan(20);
        assertThat(globs.stream().noneMatch(glob -> matches(glob, "catalogue/forms/new.json")))
                .as("a file in a folder of its own would be noticed")
                .isTrue();
    }

    @Test
    void every_pattern_finds_something() throws IOException {
        for (String glob : includes()) {
            boolean ours = resources().anyMatch(file -> matches(glob, file));
            String folder = glob.replaceAll("/\\*.*", "");
            assertThat(ours || Libraries.hold(folder, glob)).as(glob).isTrue();
        }
    }

    /// Jackson makes records of JSON and JSON of records by looking at them, and so does whoever lists an enum.
    @Test
    void every_record_and_enum_can_be_looked_at() {
        List<String> ours = classes.stream()
                .filter(type -> type.isRecord() || type.isEnum())
                .filter(type -> !type.getPackageName().contains(".embedded")
                        && !type.getPackageName().contains(".explorer"))
                .map(JavaClass::getName)
                .sorted()
                .toList();

        assertThat(ours).hasSizeGreaterThan(200).contains("cn.onenetwork.catalogue.ServiceItem");
        GoldenFile.of(METADATA, NativeImageTest.class).mustSay(metadata(ours));
    }

    @Test
    void every_class_that_is_named_exists() throws Exception {
        JsonNode metadata = new ObjectMapper().readTree(METADATA.toFile());

        for (JsonNode entry : metadata.path("reflection")) {
            String name = entry.path("type").asText();
            assertThat(Class.forName(name, false, NativeImageTest.class.getClassLoader()))
                    .as(name)
                    .isNotNull();
        }
        for (JsonNode entry : metadata.path("resources")) {
            assertThat(ResourceBundle.getBundle(entry.path("bundle").asText()).keySet())
                    .isNotEmpty();
        }
        assertThat(BUNDLES)
                .allSatisfy(bundle -> assertThat(RESOURCES.resolve(bundle.replace('.', '/') + ".properties"))
                        .exists());
        try (Stream<Path> files = Files.list(RESOURCES.resolve("messages"))) {
            assertThat(files.map(file ->
                                    "messages." + file.getFileName().toString().replaceAll("(_en)?\\.properties", ""))
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrderElementsOf(BUNDLES);
        }
    }

    @Test
    void what_begins_with_the_service_exists() throws IOException {
        String arguments = properties().getProperty("quarkus.native.additional-build-args");

        assertThat(Stream.of(arguments.split("--initialize-at-run-time="))
                        .skip(1)
                        .flatMap(list -> Stream.of(list.split("[\\\\,]+")))
                        .map(String::strip)
                        .filter(name -> name.startsWith("cn.onenetwork"))
                        .toList())
                .hasSizeGreaterThan(3)
                .allMatch(name -> classes.stream()
                        .anyMatch(type -> type.getName().equals(name)
                                || type.getPackageName().equals(name)));
    }

    /// There is no class path in an image: what lists it finds nothing.
    @Test
    void nobody_looks_around_on_the_class_path() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..embedded..")
                .should()
                .callMethod(ClassLoader.class, "getResources", String.class)
                .orShould()
                .callMethod(ClassLoader.class, "getSystemResources", String.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(FileSystems.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.jar.JarFile")
                .check(classes);
    }

    private static String metadata(List<String> ours) {
        String reflection = Stream.concat(ours.stream(), BY_NAME.stream())
                .map(name -> "    { \"type\": \"" + name + "\", " + MEMBERS + " }")
                .collect(Collectors.joining(",\n"));
        String bundles = BUNDLES.stream()
                .map(name -> "    { \"bundle\": \"" + name + "\" }")
                .collect(Collectors.joining(",\n"));
        return "{\n  \"reflection\": [\n" + reflection + "\n  ],\n  \"resources\": [\n" + bundles + "\n  ]\n}\n";
    }

    private static Stream<String> resources() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> RESOURCES.relativize(file).toString())
                    .filter(file ->
                            LEFT_OUT.stream().noneMatch(left -> file.startsWith(left) || file.endsWith("/" + left)))
                    .toList()
                    .stream();
        }
    }

    private static List<String> includes() throws IOException {
        return Stream.of(properties()
                        .getProperty("quarkus.native.resources.includes")
                        .split(","))
                .map(String::strip)
                .toList();
    }

    private static boolean matches(String glob, String file) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(file));
    }

    private static Properties properties() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Files.newInputStream(RESOURCES.resolve("application.properties"))) {
            properties.load(file);
        }
        return properties;
    }
}
