package cn.onenetwork.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The service as in production: the province for people, the staff directory for staff, and a third issuer whose word
/// is asked for each token. The test holds the keys of all three.
public final class TwoIssuers implements QuarkusTestProfile {

    public static final String STEP_UP = "https://identity.example/upgrade?to={level}&back={return}";
    public static final String RETURN = "cn.onenetwork.app:/resume";

    /// With which the service asks the province; long enough for HS256.
    public static final String SECRET_OF_PROVINCE = "known to the service and to the province alone";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.oidc.auth-server-url", province().url());
        settings.put("quarkus.oidc.credentials.secret", SECRET_OF_PROVINCE);
        settings.put("quarkus.oidc.token.allow-opaque-token-introspection", "true");
        settings.put("one-network.identity.staff-directory", staff().url());
        settings.put("quarkus.oidc.staff.tenant-enabled", "true");
        settings.put("quarkus.oidc.national.auth-server-url", national().url());
        settings.put("quarkus.oidc.national.client-id", "one-network-api");
        settings.put("quarkus.oidc.national.credentials.secret", "known to the nation");
        settings.put("quarkus.oidc.national.token.require-jwt-introspection-only", "true");
        settings.put("quarkus.oidc.national.authentication.user-info-required", "true");
        settings.put("one-network.identity.issuers.province.vouches-for", "PERSON,LEGAL_PERSON");
        settings.put("one-network.identity.issuers.national.vouches-for", "PERSON");
        settings.put("one-network.identity.issuers.national.implied-roles", "CITIZEN");
        settings.put("one-network.identity.step-up-url", STEP_UP);
        settings.put("one-network.identity.return-url", RETURN);
        return settings;
    }

    public static TestIssuer province() {
        return TestIssuer.named("province");
    }

    public static TestIssuer staff() {
        return TestIssuer.named("staff");
    }

    public static TestIssuer national() {
        return TestIssuer.named("national");
    }

    /// What the province says of a person.
    public static Map<String, Object> person(String subject, String level) {
        return Map.of(
                "sub",
                subject,
                "name",
                "示例",
                "user_type",
                "PERSON",
                "real_name_level",
                level,
                "groups",
                List.of("CITIZEN"));
    }

    /// What the staff directory says of an officer.
    public static Map<String, Object> officer(String subject) {
        return Map.of("sub", subject, "user_type", "STAFF", "tenant", "guiyang-hightech", "groups", List.of("OFFICER"));
    }
}
