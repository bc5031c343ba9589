package cn.onenetwork.platform.embedded;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Somebody to log in as. All of them stand in `embedded/personas.json`, the only place where their claims are
/// written.
///
/// @param username what the password grant asks for
/// @param label who this is, for the login page
/// @param claims what the token says, `sub` and `aud` included
public record Persona(String username, Label label, Map<String, Object> claims) {

    /// The same in the two languages of the service.
    public record Label(
            @JsonProperty("zh-CN") String chinese,
            @JsonProperty("en") String english) {}

    private static final String FILE = "/embedded/personas.json";

    /// Everybody, in the order of the login page.
    public static List<Persona> all() {
        try (InputStream file = Objects.requireNonNull(Persona.class.getResourceAsStream(FILE), FILE)) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
