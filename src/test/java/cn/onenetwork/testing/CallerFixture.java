package cn.onenetwork.testing;

import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.CorporateRole;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.identity.RealNameLevel;
import cn.onenetwork.identity.Role;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Callers as they come from a token, for tests of rules.
public final class CallerFixture {

    public static final Corporation ENTERPRISE =
            new Corporation("91520198EXMPL0018E", "贵阳示例甲科技有限公司", CorporateRole.LEGAL_REPRESENTATIVE);

    private CallerFixture() {}

    public static Caller citizen() {
        return citizen("p-citizen");
    }

    public static Caller citizen(String subject) {
        return caller(subject, AccountKind.PERSON, null, null, Role.CITIZEN);
    }

    public static Caller enterprise() {
        return caller("p-enterprise-legal", AccountKind.LEGAL_PERSON, ENTERPRISE, null, Role.CITIZEN);
    }

    public static Caller officer() {
        return staff("p-officer-hightech", "guiyang-hightech", Role.OFFICER);
    }

    public static Caller reviewer() {
        return staff("p-reviewer-hightech", "guiyang-hightech", Role.REVIEWER);
    }

    public static Caller supervisor() {
        return staff("p-supervisor-hightech", "guiyang-hightech", Role.SUPERVISOR);
    }

    public static Caller auditor() {
        return staff("p-auditor", "all", Role.AUDITOR);
    }

    public static Caller admin() {
        return staff("p-admin", "all", Role.ADMIN);
    }

    public static Caller staff(String subject, String tenant, Role role) {
        return caller(subject, AccountKind.STAFF, null, tenant, role);
    }

    private static Caller caller(
            String subject, AccountKind kind, @Nullable Corporation corporation, @Nullable String tenant, Role role) {
        return new Caller(
                subject,
                kind,
                "",
                RealNameLevel.L3,
                Set.of(role),
                corporation,
                tenant,
                null,
                Locale.SIMPLIFIED_CHINESE);
    }
}
