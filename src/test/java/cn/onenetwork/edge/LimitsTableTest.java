package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.testing.GoldenFile;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The README's table of limits is made from the defaults and the documentation of [EdgeConfig].
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LimitsTableTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- limits:begin -->";
    private static final String END = "<!-- limits:end -->";

    /// In the order of the source.
    private final String source = read(Path.of("src/main/java/cn/onenetwork/edge/EdgeConfig.java"));

    @Test
    void the_readme_tells_every_limit_with_its_default() {
        String page = read(README);
        String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        String table = "\n| `one-network.edge.…` | default | what |\n|---|---|---|\n" + rows(EdgeConfig.class, "");

        assertThat(table.lines()).hasSizeGreaterThan(25);
        GoldenFile.of(README, LimitsTableTest.class).mustSay(before + table + page.substring(page.indexOf(END)));
    }

    private String rows(Class<?> config, String prefix) {
        return Stream.of(config.getDeclaredMethods())
                .sorted(Comparator.comparing(this::place))
                .map(method -> method.getReturnType().isInterface()
                                && method.getReturnType().getEnclosingClass() == EdgeConfig.class
                        ? rows(method.getReturnType(), prefix + kebab(method.getName()) + ".")
                        : row(method, prefix))
                .collect(Collectors.joining());
    }

    private String row(Method method, String prefix) {
        WithDefault preset = method.getAnnotation(WithDefault.class);
        return "| `%s%s` | %s | %s |\n"
                .formatted(
                        prefix,
                        kebab(method.getName()),
                        preset == null
                                ? "see [application.properties](src/main/resources/application.properties)"
                                : preset.value(),
                        documentation(method));
    }

    private int place(Method method) {
        return declaration(method).start();
    }

    private String documentation(Method method) {
        return declaration(method)
                .group("doc")
                .lines()
                .map(line -> line.strip().replaceFirst("^///\\s*", ""))
                .collect(Collectors.joining(" "));
    }

    private Matcher declaration(Method method) {
        Matcher found = Pattern.compile(
                        "(?<doc>(?:[ ]*///.*\\R)+)(?:[ ]*@.*\\R)?[ ]*[\\w<>, ]+ " + method.getName() + "\\(\\);")
                .matcher(source);
        assertThat(found.find()).as("%s is documented", method).isTrue();
        return found;
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
