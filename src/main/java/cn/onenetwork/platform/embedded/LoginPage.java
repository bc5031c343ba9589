package cn.onenetwork.platform.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// The page that stands in for the province's login: one button per persona, no password.
///
/// It loads nothing from elsewhere. A button posts the name only; who that is, the server knows from the same
/// list.
final class LoginPage {

    private static final String TEMPLATE = "/embedded/login.html";
    private static final String PLACE = "<!-- personas -->";

    private LoginPage() {}

    static String of(List<Persona> personas) {
        String buttons = personas.stream().map(LoginPage::button).collect(Collectors.joining());
        return template().replace(PLACE, buttons);
    }

    private static String button(Persona persona) {
        return """
                <button name="username" value="%s">
                  <b lang="zh-CN">%s</b>
                  <span lang="en">%s</span>
                  <small>%s · %s</small>
                </button>
                """.formatted(
                        escape(persona.username()),
                        escape(persona.label().chinese()),
                        escape(persona.label().english()),
                        escape(persona.username()),
                        escape(roles(persona)));
    }

    private static String roles(Persona persona) {
        return persona.claims().get("groups") instanceof List<?> groups
                ? groups.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : "";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String template() {
        try (InputStream page = Objects.requireNonNull(LoginPage.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
