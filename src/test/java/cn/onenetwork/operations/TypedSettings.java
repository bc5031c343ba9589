package cn.onenetwork.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The settings of the typed configurations (`@ConfigMapping`), read from the classes and their documentation.
final class TypedSettings {

    private final Class<?> root;
    private final String source;

    private TypedSettings(Class<?> root, String source) {
        this.root = root;
        this.source = source;
    }

    /// One setting; a Map counts as one, with `*` for its keys.
    record Setting(String name, Optional<String> preset, String meaning) {

        String variable() {
            return KnownSettings.asEnvironmentVariable(name);
        }
    }

    /// In the order of the names of the configurations, then of their sources.
    static List<Setting> all() throws IOException {
        return KnownSettings.sources().stream().flatMap(TypedSettings::in).toList();
    }

    private static Stream<Setting> in(Path file) {
        try {
            String source = Files.readString(file);
            if (!source.contains("@ConfigMapping(")) {
                return Stream.empty();
            }
            String type = Path.of("src/main/java")
                    .relativize(file)
                    .toString()
                    .replace(".java", "")
                    .replace('/', '.');
            Class<?> root = Class.forName(type, false, TypedSettings.class.getClassLoader());
            String prefix = root.getAnnotation(ConfigMapping.class).prefix();
            return new TypedSettings(root, source).below(root, prefix + ".");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private Stream<Setting> below(Class<?> group, String prefix) {
        return Stream.of(group.getDeclaredMethods())
                .filter(method -> !method.isDefault() && !method.isSynthetic())
                .sorted(Comparator.comparing(method -> declaration(method).start()))
                .flatMap(method -> {
                    String name = prefix + kebab(method.getName());
                    return method.getReturnType().isInterface()
                                    && method.getReturnType().getEnclosingClass() == root
                            ? below(method.getReturnType(), name + ".")
                            : Stream.of(setting(method, name));
                });
    }

    private Setting setting(Method method, String name) {
        WithDefault preset = method.getAnnotation(WithDefault.class);
        return new Setting(
                method.getReturnType() == Map.class ? name + ".*" : name,
                Optional.ofNullable(preset).map(WithDefault::value),
                meaning(method));
    }

    private String meaning(Method method) {
        String doc = declaration(method).group("doc");
        return doc == null
                ? ""
                : doc.lines()
                        .map(line -> line.strip().replaceFirst("^///\\s*", ""))
                        .collect(Collectors.joining(" "));
    }

    private Matcher declaration(Method method) {
        Matcher found = Pattern.compile(
                        "(?<doc>(?:[ ]*///.*\\R)+)?(?:[ ]*@.*\\R)?[ ]*[\\w<>, .]+ " + method.getName() + "\\(\\);")
                .matcher(source);
        if (!found.find()) {
            throw new IllegalStateException(method + " is not in the source");
        }
        return found;
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
