package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.CorporateRole;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.identity.Principal;
import cn.onenetwork.identity.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whose case it is: a person's, or a corporation's for which a person acts.
///
/// @param key `person:<subject>` or `corporation:<credit code>`
public record Owner(String key) {

    static Owner person(String subject) {
        return new Owner(Principal.person(subject).key());
    }

    static Owner corporation(Corporation corporation) {
        return new Owner(Principal.corporation(corporation.uscc()).key());
    }

    /// Whether a case with this owner is the person's own, or that of the corporation the person belongs to. Whoever
    /// only acts for the owner by a mandate is somebody else.
    static boolean isOwn(Caller caller, String owner) {
        return caller.has(Role.CITIZEN)
                && (person(caller.id()).key().equals(owner)
                        || caller.corporation() != null
                                && corporation(caller.corporation()).key().equals(owner));
    }

    /// The keys of all whose rights over personal data the caller exercises: one's own, and for a corporation only
    /// its legal representative or administrator.
    public static Set<String> governed(Caller caller) {
        if (!caller.has(Role.CITIZEN)) {
            return Set.of();
        }
        String own = person(caller.id()).key();
        return caller.corporation() == null || caller.corporation().role() == CorporateRole.OPERATOR
                ? Set.of(own)
                : Set.of(own, corporation(caller.corporation()).key());
    }

    static Owner of(Caller applicant, @Nullable Corporation principal) {
        return principal == null ? person(applicant.id()) : corporation(principal);
    }

    /// The keys of all whose cases the caller applies for by the token; none for people who are no applicants.
    public static Set<String> keys(Caller caller) {
        if (!caller.has(Role.CITIZEN)) {
            return Set.of();
        }
        return caller.corporation() == null
                ? Set.of(person(caller.id()).key())
                : Set.of(
                        person(caller.id()).key(),
                        corporation(caller.corporation()).key());
    }
}
