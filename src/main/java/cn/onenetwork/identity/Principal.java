package cn.onenetwork.identity;

/// Whose matters they are (本人、被代理人): a person's or a corporation's.
///
/// @param id the provider's id of the person, or the credit code
public record Principal(Kind kind, String id) {

    /// What a principal can be.
    public enum Kind {
        /// 自然人
        PERSON("person:"),
        /// 法人
        CORPORATION("corporation:");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    public static Principal person(String subject) {
        return new Principal(Kind.PERSON, subject);
    }

    public static Principal corporation(String uscc) {
        return new Principal(Kind.CORPORATION, uscc);
    }

    /// @throws IllegalArgumentException where the text is no key
    public static Principal parse(String key) {
        for (Kind kind : Kind.values()) {
            if (key.startsWith(kind.prefix)) {
                return new Principal(kind, key.substring(kind.prefix.length()));
            }
        }
        throw new IllegalArgumentException("No key of a principal.");
    }

    /// `person:<subject>` or `corporation:<credit code>`: as cases, documents and delegations keep it.
    public String key() {
        return kind.prefix + id;
    }
}
