package cn.onenetwork.identity;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whose word is taken for what. How the issuers are reached is said to Quarkus (`quarkus.oidc.*`); see
/// `docs/identity.md`.
@ConfigMapping(prefix = "one-network.identity")
interface IdentityConfig {

    /// Whom tokens must be for, any of these; what Quarkus is told where nothing is set.
    List<String> audience();

    /// Longest token that is looked at.
    @WithDefault("8K")
    MemorySize maxToken();

    /// Address of the issuer `staff`: what `quarkus.oidc.staff.auth-server-url` becomes.
    Optional<String> staffDirectory();

    /// Where people raise their real-name level. `{level}` becomes the level that is needed, as the issuer `province`
    /// writes it, and `{return}` the next setting.
    Optional<String> stepUpUrl();

    /// Where they come back to: a page or a link that opens the app.
    Optional<String> returnUrl();

    /// By name: `province` for the issuer of `quarkus.oidc.*`, any other for that of `quarkus.oidc.<name>.*`. An issuer
    /// without an entry vouches for nobody.
    Map<String, IssuerConfig> issuers();

    /// One issuer.
    interface IssuerConfig {

        /// The kinds of accounts that are its own: `PERSON`, `LEGAL_PERSON`, `STAFF`. It is believed in nothing else.
        Set<AccountKind> vouchesFor();

        /// What stands before the subject, so that subjects of two issuers never meet. Nothing for `province`, the
        /// name and a bar for the others, where nothing is set.
        Optional<String> subjectPrefix();

        /// Roles that everybody has whom it vouches for, where its tokens name none.
        Optional<Set<Role>> impliedRoles();

        /// Which claim says what.
        ClaimNames claims();

        /// What the values of the kind mean; the names of `AccountKind` where nothing is set.
        Map<String, AccountKind> kinds();

        /// What the levels of persons mean; the names of `RealNameLevel` where nothing is set.
        Map<String, RealNameLevel> personLevels();

        /// What the levels of those mean who act for corporations; the names where nothing is set.
        Map<String, RealNameLevel> corporateLevels();

        /// What the roles in a corporation mean; the names of `CorporateRole` where nothing is set.
        Map<String, CorporateRole> corporateRoles();

        /// What the roles mean; the names of `Role` where nothing is set.
        Map<String, Role> roles();
    }

    /// Names of claims. A slash leads into a claim that is an object: `realm_access/roles`.
    interface ClaimNames {

        /// Kind of the account.
        @WithDefault("user_type")
        String kind();

        /// Name to greet with.
        @WithDefault("name")
        String name();

        /// Real-name level.
        @WithDefault("real_name_level")
        String level();

        /// The same for those who act for corporations, where it is another claim.
        Optional<String> corporateLevel();

        /// Roles, a list.
        @WithDefault("groups")
        String roles();

        /// Unified social credit code.
        @WithDefault("uscc")
        String uscc();

        /// Name of the corporation.
        @WithDefault("corp_name")
        String corporationName();

        /// Role in the corporation.
        @WithDefault("corp_role")
        String corporateRole();

        /// Tenant of a member of staff.
        @WithDefault("tenant")
        String tenant();

        /// Department of a member of staff.
        @WithDefault("department")
        String department();

        /// Number of the identity card.
        @WithDefault("id_no")
        String idNumber();

        /// Mobile number.
        @WithDefault("phone_number")
        String phoneNumber();
    }
}
