package cn.onenetwork.register;

import cn.onenetwork.cases.SharedFacts.Inquiry;
import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.catalogue.ServiceTarget;
import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.CorporateRole;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.identity.RealNameLevel;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.embedded.Persona;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The personas as applicants.
final class Applicants {

    private Applicants() {}

    /// @param principal whom the person acts for; null for oneself
    record Applicant(Caller caller, @Nullable Corporation principal) {

        Inquiry inquiry(ServiceItem item, Map<String, ?> form) {
            return new Inquiry(caller.id(), principal, caller.realNameLevel(), item, form);
        }
    }

    /// Who would send the example of an item: a citizen for persons; for companies the legal representative of
    /// the one in the form, or of the first where there is none.
    static Applicant example(ServiceItem item) {
        if (item.targets().equals(Set.of(ServiceTarget.NATURAL_PERSON))) {
            return of("citizen");
        }
        return switch (item.formExample().getString("uscc", "")) {
            case "91520192EXMPL10106" -> of("enterprise-bonded");
            case "", "91520198EXMPL0018E" -> of("enterprise-legal");
            case String other -> stranger(other);
        };
    }

    static Applicant of(String username) {
        Map<String, Object> claims = Persona.all().stream()
                .filter(persona -> persona.username().equals(username))
                .findFirst()
                .orElseThrow()
                .claims();
        Corporation corporation = claims.containsKey("uscc")
                ? new Corporation(
                        (String) claims.get("uscc"), (String) claims.get("corp_name"), CorporateRole.valueOf((String)
                                claims.get("corp_role")))
                : null;
        return applicant(
                (String) claims.get("sub"), RealNameLevel.valueOf((String) claims.get("real_name_level")), corporation);
    }

    /// Somebody who can only act for a company, and whom no register knows.
    static Applicant stranger(String uscc) {
        return applicant("p-stranger", RealNameLevel.L3, new Corporation(uscc, "示例", CorporateRole.OPERATOR));
    }

    private static Applicant applicant(String subject, RealNameLevel level, @Nullable Corporation corporation) {
        AccountKind kind = corporation == null ? AccountKind.PERSON : AccountKind.LEGAL_PERSON;
        Caller caller = new Caller(
                subject, kind, "", level, Set.of(Role.CITIZEN), corporation, null, null, Locale.SIMPLIFIED_CHINESE);
        return new Applicant(caller, corporation);
    }
}
