package cn.onenetwork.identity;

import cn.onenetwork.identity.IdentityConfig.ClaimNames;
import cn.onenetwork.identity.IdentityConfig.IssuerConfig;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one issuer may say about people, and how it says it.
///
/// It is believed in what is its own: an account of another kind, or with roles, a corporation or a tenant that its
/// kind cannot have, makes the whole token unfit.
///
/// @param strangers how the subjects of the other issuers begin
record Issuer(String name, IssuerConfig config, List<String> strangers) {

    /// The issuer of `quarkus.oidc.*`, whose subjects stand as they are.
    static final String PROVINCE = "province";

    /// OpenID Connect Core, section 2.
    private static final int LONGEST_SUBJECT = 255;

    static String prefix(String name, IssuerConfig config) {
        return config.subjectPrefix().orElse(PROVINCE.equals(name) ? "" : name + "|");
    }

    /// Reads what a token says.
    ///
    /// @param today the calendar day in China
    /// @throws UnfitToken where the issuer may not say so, or nobody can tell what it says
    Vouched vouch(Claims claims, LocalDate today) {
        AccountKind kind = kind(claims);
        Set<Role> roles = roles(claims, kind);
        requireOwn(claims, kind);
        ClaimNames names = config.claims();
        return new Vouched(
                subject(claims),
                name,
                kind,
                claims.shown(names.name()).orElse(""),
                level(claims, kind),
                roles,
                kind == AccountKind.LEGAL_PERSON ? corporation(claims) : null,
                claims.text(names.tenant()).orElse(null),
                claims.text(names.department()).orElse(null),
                claims.shown(names.idNumber())
                        .flatMap(number -> ResidentIdNumber.parse(number, today))
                        .orElse(null),
                claims.shown(names.phoneNumber()).orElse(null));
    }

    private String subject(Claims claims) {
        String given = claims.text("sub")
                .filter(sub -> sub.length() <= LONGEST_SUBJECT)
                .orElseThrow(() -> new UnfitToken("the subject is missing or too long"));
        String prefix = prefix(name, config);
        if (prefix.isEmpty() && strangers.stream().anyMatch(given::startsWith)) {
            throw new UnfitToken("the subject could be that of another issuer");
        }
        return prefix + given;
    }

    private AccountKind kind(Claims claims) {
        AccountKind kind = claims.code(config.claims().kind())
                .map(value -> meaning(value, config.kinds(), AccountKind.values())
                        .orElseThrow(() -> new UnfitToken("an unknown kind of account")))
                .orElseGet(this::usualKind);
        if (!config.vouchesFor().contains(kind)) {
            throw new UnfitToken("a kind of account that this issuer does not vouch for");
        }
        return kind;
    }

    private AccountKind usualKind() {
        return config.vouchesFor().size() == 1 ? config.vouchesFor().iterator().next() : AccountKind.PERSON;
    }

    private Set<Role> roles(Claims claims, AccountKind kind) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        claims.texts(config.claims().roles()).stream()
                .flatMap(value -> meaning(value, config.roles(), Role.values()).stream())
                .forEach(roles::add);
        if (roles.isEmpty()) {
            config.impliedRoles().ifPresent(roles::addAll);
        }
        boolean staff = kind == AccountKind.STAFF;
        if (roles.stream().anyMatch(role -> staff == (role == Role.CITIZEN))) {
            throw new UnfitToken("a role that this kind of account cannot have");
        }
        return roles;
    }

    private void requireOwn(Claims claims, AccountKind kind) {
        ClaimNames names = config.claims();
        List<String> foreign = kind == AccountKind.STAFF
                ? List.of(names.uscc(), names.corporationName(), names.corporateRole())
                : List.of(names.tenant(), names.department());
        if (foreign.stream().anyMatch(claims::has)) {
            throw new UnfitToken("a claim that this kind of account cannot have");
        }
    }

    /// An unknown level is the lowest: nobody gains by a value that nobody has explained.
    private RealNameLevel level(Claims claims, AccountKind kind) {
        return switch (kind) {
            case PERSON -> level(claims, config.claims().level(), config.personLevels());
            case LEGAL_PERSON ->
                level(
                        claims,
                        config.claims().corporateLevel().orElse(config.claims().level()),
                        config.corporateLevels());
            case STAFF, SYSTEM -> RealNameLevel.L1;
        };
    }

    private static RealNameLevel level(Claims claims, String claim, Map<String, RealNameLevel> scale) {
        return claims.code(claim)
                .flatMap(value -> meaning(value, scale, RealNameLevel.values()))
                .orElse(RealNameLevel.L1);
    }

    /// How this issuer writes the lowest of its levels that is enough.
    ///
    /// @return empty where it has none
    Optional<String> written(RealNameLevel needed, AccountKind kind) {
        Map<String, RealNameLevel> scale =
                kind == AccountKind.LEGAL_PERSON ? config.corporateLevels() : config.personLevels();
        return scale.isEmpty()
                ? Optional.of(needed.name())
                : scale.entrySet().stream()
                        .filter(entry -> entry.getValue().compareTo(needed) >= 0)
                        .min(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey);
    }

    private @Nullable Corporation corporation(Claims claims) {
        ClaimNames names = config.claims();
        CorporateRole role = claims.code(names.corporateRole())
                .flatMap(value -> meaning(value, config.corporateRoles(), CorporateRole.values()))
                .orElseThrow(() -> new UnfitToken("no known role in the corporation"));
        return new Corporation(
                claims.text(names.uscc()).orElseThrow(() -> new UnfitToken("no corporation to act for")),
                claims.shown(names.corporationName()).orElse(""),
                role);
    }

    private static <E extends Enum<E>> Optional<E> meaning(String value, Map<String, E> meanings, E[] names) {
        return Optional.ofNullable((meanings.isEmpty() ? byName(names) : meanings).get(value));
    }

    private static <E extends Enum<E>> Map<String, E> byName(E[] names) {
        return Arrays.stream(names).collect(Collectors.toMap(Enum::name, Function.identity()));
    }

    /// All that are configured, by their names.
    static Map<String, Issuer> all(IdentityConfig config) {
        return config.issuers().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Issuer(entry.getKey(), entry.getValue(), strangers(entry.getKey(), config))));
    }

    private static List<String> strangers(String name, IdentityConfig config) {
        return config.issuers().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(name))
                .map(entry -> prefix(entry.getKey(), entry.getValue()))
                .filter(prefix -> !prefix.isEmpty())
                .toList();
    }
}
