package cn.onenetwork.operations;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.StartFromEnvironment;
import cn.onenetwork.testing.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// `docs/operations.md` tells every setting, and tells none that nobody reads.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SettingsTableTest {

    private static final Path PAGE = Path.of("docs/operations.md");
    private static final String BEGIN = "<!-- settings:begin -->";
    private static final String END = "<!-- settings:end -->";
    private static final Pattern VARIABLE = Pattern.compile("`((?:QUARKUS|ONE_NETWORK)_[A-Z0-9_]+)`");

    /// The README has them in a table of their own.
    private static final String LIMITS = "one-network.edge.";

    @Test
    void the_page_tells_every_typed_setting_with_its_default() throws IOException {
        List<TypedSettings.Setting> settings = TypedSettings.all().stream()
                .filter(setting -> !setting.name().startsWith(LIMITS))
                .toList();
        String rows = settings.stream().map(SettingsTableTest::row).collect(Collectors.joining());
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());

        assertThat(settings)
                .hasSizeGreaterThan(40)
                .allSatisfy(setting -> assertThat(setting.variable()).isNotBlank());
        GoldenFile.of(PAGE, SettingsTableTest.class)
                .mustSay(before + "\n| variable | default | what |\n|---|---|---|\n" + rows
                        + page.substring(page.indexOf(END)));
    }

    private static String row(TypedSettings.Setting setting) {
        return "| `%s` | %s | %s |\n"
                .formatted(
                        setting.variable(),
                        setting.preset().orElse(""),
                        setting.meaning().replace("|", "\\|"));
    }

    @Test
    void every_variable_of_the_page_is_read_by_somebody() throws IOException {
        Set<String> known = KnownSettings.all();

        assertThat(named())
                .hasSizeGreaterThan(60)
                .allMatch(name -> known.contains(name) || name.startsWith("ONE_NETWORK_CRYPTO_KEYS_"));
    }

    @Test
    void the_page_names_everything_without_which_the_service_does_not_start() throws IOException {
        String complaint = StartFromEnvironment.complaint(Map.of(
                        "QUARKUS_FLYWAY_MIGRATE_AT_START", "true",
                        "ONE_NETWORK_PROGRESS_BUS", "kafka"))
                .orElseThrow();
        List<String> missing = List.of(complaint.replaceFirst(".*missing: ", "").split(", "));

        assertThat(missing).hasSizeGreaterThan(8);
        assertThat(named()).containsAll(missing);
    }

    private static Set<String> named() throws IOException {
        return VARIABLE.matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult.class::cast)
                .map(found -> found.group(1))
                .filter(name -> !name.endsWith("__"))
                .collect(Collectors.toSet());
    }
}
