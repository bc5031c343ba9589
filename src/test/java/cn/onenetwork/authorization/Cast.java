package cn.onenetwork.authorization;

import cn.onenetwork.platform.embedded.Persona;
import cn.onenetwork.testing.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everybody who asks: the personas of the embedded identity provider, somebody without a token, and somebody
/// whose token was not issued for this service.
final class Cast {

    static final String ANONYMOUS = "anonymous";
    static final String STRANGER = "stranger";

    private Cast() {}

    static List<String> everybody() {
        List<String> names = new ArrayList<>(List.of(ANONYMOUS, STRANGER));
        Persona.all().forEach(persona -> names.add(persona.username()));
        return List.copyOf(names);
    }

    /// The access token; none for who has none.
    static Optional<String> token(String persona) {
        return persona.equals(ANONYMOUS) ? Optional.empty() : Optional.of(Tokens.of(persona));
    }
}
