package cn.onenetwork.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PersonaTest {

    /// Two in the high-tech zone and one in the bonded zone.
    private static final Map<String, List<String>> COMPANIES = Map.of(
            "A", List.of("91520198EXMPL0018E", "贵阳示例甲科技有限公司"),
            "B", List.of("91520198EXMPL00269", "贵阳示例乙软件有限公司"),
            "Z", List.of("91520192EXMPL10106", "贵阳示例壹电子制造有限公司"));

    @Test
    void fourteen_people_can_log_in_each_with_a_subject_of_their_own() {
        assertThat(Persona.all()).hasSize(14);
        assertThat(Persona.all()).extracting(Persona::username).doesNotHaveDuplicates();
        assertThat(Persona.all())
                .extracting(persona -> persona.claims().get("sub"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "citizen,    L3, 11010519491231002X, 13800000001",
        "citizen-l2, L2, 520198199003070017, 13800000002",
        "citizen-l1, L1, 520198198506120026, 13800000003",
    })
    void a_citizen_has_a_level_of_real_name_and_an_identity(String username, String level, String id, String phone) {
        assertThat(written(username)).isEqualTo(person("PERSON", level, id, phone));
    }

    @ParameterizedTest
    @CsvSource({
        "enterprise-legal,    LEGAL_REPRESENTATIVE, A, 520198197809210032, 13800000004",
        "enterprise-operator, OPERATOR,             A, 520198199201150042, 13800000005",
        "enterprise-other,    LEGAL_REPRESENTATIVE, B, 520198198804030053, 13800000006",
        "enterprise-bonded,   LEGAL_REPRESENTATIVE, Z, 520198198302140068, 13800000007",
    })
    void an_enterprise_acts_through_a_person(String username, String role, String company, String id, String phone) {
        Map<String, Object> expected = person("LEGAL_PERSON", "L3", id, phone);
        expected.put("uscc", COMPANIES.get(company).getFirst());
        expected.put("corp_name", COMPANIES.get(company).getLast());
        expected.put("corp_role", role);

        assertThat(written(username)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "officer-hightech,    OFFICER,    guiyang-hightech, ht-approval",
        "reviewer-hightech,   REVIEWER,   guiyang-hightech, ht-approval",
        "supervisor-hightech, SUPERVISOR, guiyang-hightech, ht-approval",
        "officer-cbz,         OFFICER,    guiyang-cbz,      cbz-service",
        "reviewer-cbz,        REVIEWER,   guiyang-cbz,      cbz-service",
        "auditor,             AUDITOR,    all,",
        "admin,               ADMIN,      all,",
    })
    void staff_belong_to_a_tenant_and_show_no_identity(String username, String role, String tenant, String department) {
        Map<String, Object> expected = account("STAFF", role);
        expected.put("tenant", tenant);
        if (department != null) {
            expected.put("department", department);
        }

        assertThat(written(username)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everybody_has_a_name_a_label_in_both_languages_and_an_opaque_subject(Persona persona) {
        assertThat(persona.label().chinese()).containsPattern("\\p{IsHan}");
        assertThat(persona.label().english()).matches("\\p{ASCII}+");
        assertThat((String) persona.claims().get("name")).startsWith("示例");
        assertThat(persona.claims()).containsEntry("sub", "p-" + persona.username());
    }

    static List<Persona> everybody() {
        return Persona.all();
    }

    /// All claims of a persona except the two that are not decided by the table of accounts.
    private static Map<String, Object> written(String username) {
        Persona persona = Persona.all().stream()
                .filter(candidate -> candidate.username().equals(username))
                .findAny()
                .orElseThrow();
        Map<String, Object> claims = new LinkedHashMap<>(persona.claims());
        claims.remove("sub");
        claims.remove("name");
        return claims;
    }

    private static Map<String, Object> person(String type, String level, String id, String phone) {
        Map<String, Object> claims = account(type, "CITIZEN");
        claims.put("real_name_level", level);
        claims.put("id_no", id);
        claims.put("phone_number", phone);
        return claims;
    }

    private static Map<String, Object> account(String type, String role) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("user_type", type);
        claims.put("groups", List.of(role));
        claims.put("aud", "one-network-api");
        return claims;
    }
}
