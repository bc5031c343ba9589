package cn.onenetwork.documents.download;

import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;

/// What a file is downloaded for (用途). Personal data may be used only for the purpose it was given for
/// (Personal Information Protection Law, article 6), so that every download names one.
@Description("What a file is downloaded for. It stands in the access log and in the watermark. 下载用途。")
public enum DownloadPurpose {
    @Description("The applicant's own use. Requires CITIZEN. 本人使用。")
    OWN_USE(Role.CITIZEN),
    @Description("Work on the case, within its tenant. Requires OFFICER, REVIEWER or SUPERVISOR. 办件办理。")
    CASE_HANDLING(Role.OFFICER, Role.REVIEWER, Role.SUPERVISOR),
    @Description("An audit. Requires AUDITOR. 审计监督。")
    AUDIT(Role.AUDITOR);

    private final Set<Role> roles;

    DownloadPurpose(Role... roles) {
        this.roles = Set.of(roles);
    }

    /// What somebody downloads for who does not say it: by the kind of the account first, then by its roles.
    static DownloadPurpose usual(Caller caller) {
        List<DownloadPurpose> preferred = caller.kind() == AccountKind.STAFF
                ? List.of(CASE_HANDLING, AUDIT, OWN_USE)
                : List.of(OWN_USE, CASE_HANDLING, AUDIT);
        return preferred.stream()
                .filter(purpose -> purpose.isOpenTo(caller))
                .findFirst()
                .orElse(OWN_USE);
    }

    boolean isOpenTo(Caller caller) {
        return !rolesOf(caller).isEmpty();
    }

    /// The roles of the caller that count for this purpose. An officer who is an applicant, too, sees as an
    /// officer when at work, and as an applicant at home.
    Set<Role> rolesOf(Caller caller) {
        return caller.roles().stream().filter(roles::contains).collect(Collectors.toUnmodifiableSet());
    }
}
