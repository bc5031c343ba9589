package cn.onenetwork.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How the claims of real providers are read, with the tables of `docs/identity.md`.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClaimTablesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String PREFIX = "one-network.identity.issuers.province.";

    private static IdentityConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "one-network.identity.audience",
                "one-network-api",
                PREFIX + "vouches-for",
                "PERSON,LEGAL_PERSON",
                "one-network.identity.issuers.staff.vouches-for",
                "STAFF"));
        all.putAll(settings);
        return new SmallRyeConfigBuilder()
                .withMapping(IdentityConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(IdentityConfig.class);
    }

    private static Issuer province(Map<String, String> settings) {
        return Issuer.all(config(settings)).get(Issuer.PROVINCE);
    }

    /// The settings of a block of the page.
    private static Map<String, String> documented(String name) {
        try {
            String page = Files.readString(Path.of("docs/identity.md"));
            String block = page.substring(
                    page.indexOf("<!-- " + name + ":begin -->"), page.indexOf("<!-- " + name + ":end -->"));
            Properties properties = new Properties();
            properties.load(new StringReader(block.substring(
                    block.indexOf("```properties") + "```properties".length(), block.lastIndexOf("```"))));
            Map<String, String> settings = new HashMap<>();
            properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
            return settings;
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Claims person(Map<String, ?> more) {
        return claims(Map.of("sub", "p-1", "groups", List.of("CITIZEN")), more);
    }

    private static Claims corporation(Map<String, ?> more) {
        return claims(
                Map.of(
                        "sub",
                        "p-1",
                        "user_type",
                        "LEGAL_PERSON",
                        "uscc",
                        "91520198EXMPL0018E",
                        "groups",
                        List.of("CITIZEN")),
                more);
    }

    private static Claims claims(Map<String, ?> some, Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(some);
        all.putAll(more);
        return new Claims(all);
    }

    @ParameterizedTest
    @CsvSource({"1, L1", "2, L2", "3, L3", "4, L1", "L3, L1"})
    void a_person_of_zhejiang(String authlevel, RealNameLevel level) {
        Issuer zhejiang = province(documented("zhejiang"));

        assertThat(zhejiang.vouch(person(Map.of("authlevel", authlevel)), TODAY).realNameLevel())
                .isEqualTo(level);
        assertThat(zhejiang.vouch(person(Map.of("realLevel", authlevel)), TODAY).realNameLevel())
                .isEqualTo(RealNameLevel.L1);
    }

    @Test
    void a_level_may_be_a_number() {
        assertThat(province(documented("zhejiang"))
                        .vouch(person(Map.of("authlevel", 3)), TODAY)
                        .realNameLevel())
                .isEqualTo(RealNameLevel.L3);
    }

    @ParameterizedTest
    @CsvSource({"1, L4", "2, L3", "3, L2", "4, L1", "0, L1", "5, L1"})
    void a_legal_person_of_zhejiang_whose_levels_run_backwards(String realLevel, RealNameLevel level) {
        Issuer zhejiang = province(documented("zhejiang"));

        assertThat(zhejiang.vouch(corporation(Map.of("realLevel", realLevel, "corp_role", "2")), TODAY)
                        .realNameLevel())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"2, LEGAL_REPRESENTATIVE", "1, ADMINISTRATOR", "0, OPERATOR"})
    void a_role_in_a_corporation_of_zhejiang(int code, CorporateRole role) {
        Issuer zhejiang = province(documented("zhejiang"));

        assertThat(zhejiang.vouch(corporation(Map.of("corp_role", code, "corp_name", "甲")), TODAY)
                        .corporation())
                .isEqualTo(new Corporation("91520198EXMPL0018E", "甲", role));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "LEGAL_REPRESENTATIVE", "-1"})
    void an_unknown_role_in_a_corporation_is_no_role(String code) {
        assertThatExceptionOfType(UnfitToken.class)
                .isThrownBy(
                        () -> province(documented("zhejiang")).vouch(corporation(Map.of("corp_role", code)), TODAY));
    }

    @ParameterizedTest
    @CsvSource({"1, L1", "2, L1", "3, L2", "4, L3", "5, L4", "6, L1"})
    void somebody_in_guangdong(String grade, RealNameLevel level) {
        Issuer guangdong = province(documented("guangdong"));

        assertThat(guangdong
                        .vouch(person(Map.of("real_name_level", grade)), TODAY)
                        .realNameLevel())
                .isEqualTo(level);
        assertThat(guangdong
                        .vouch(corporation(Map.of("real_name_level", grade, "corp_role", "OPERATOR")), TODAY)
                        .realNameLevel())
                .isEqualTo(level);
    }

    @Test
    void without_a_table_the_values_are_our_own_names() {
        Vouched person = province(Map.of()).vouch(person(Map.of("real_name_level", "L4")), TODAY);

        assertThat(person.realNameLevel()).isEqualTo(RealNameLevel.L4);
        assertThat(person.kind()).isEqualTo(AccountKind.PERSON);
        assertThat(person.roles()).containsExactly(Role.CITIZEN);
    }

    @Test
    void claims_inside_others_kinds_and_roles_have_names_of_their_own() {
        Issuer province = province(Map.of(
                PREFIX + "claims.roles", "realm_access/roles",
                PREFIX + "roles.natural", "CITIZEN",
                PREFIX + "claims.kind", "https://province.example/kind",
                PREFIX + "kinds.1", "PERSON"));

        Vouched person = province.vouch(
                new Claims(Map.of(
                        "sub",
                        "p-1",
                        "realm_access",
                        Map.of("roles", List.of("natural", "offline_access")),
                        "https://province.example/kind",
                        1)),
                TODAY);

        assertThat(person.roles()).containsExactly(Role.CITIZEN);
    }

    @Test
    void a_provider_that_knows_no_roles_implies_them() {
        Issuer province = province(Map.of(PREFIX + "implied-roles", "CITIZEN"));

        assertThat(province.vouch(new Claims(Map.of("sub", "p-1")), TODAY).roles())
                .containsExactly(Role.CITIZEN);
    }

    @ParameterizedTest
    @CsvSource({"PERSON, L1, 1", "PERSON, L3, 3", "LEGAL_PERSON, L2, 3", "LEGAL_PERSON, L4, 1"})
    void the_level_that_is_needed_is_asked_for_in_the_words_of_the_provider(
            AccountKind kind, RealNameLevel needed, String written) {
        assertThat(province(documented("zhejiang")).written(needed, kind)).contains(written);
    }

    @Test
    void a_level_that_the_provider_does_not_have_cannot_be_asked_for() {
        assertThat(province(documented("zhejiang")).written(RealNameLevel.L4, AccountKind.PERSON))
                .isEmpty();
    }

    @Test
    void an_address_that_comes_back_to_nowhere_stops_the_start() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new SteppingUp(
                        config(Map.of("one-network.identity.step-up-url", "https://identity.example/{return}"))));
    }
}
