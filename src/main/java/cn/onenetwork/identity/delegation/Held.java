package cn.onenetwork.identity.delegation;

import cn.onenetwork.identity.DelegatedAction;
import cn.onenetwork.identity.DelegationRole;
import cn.onenetwork.identity.Mandate;
import cn.onenetwork.identity.Principal;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A delegation in force, as a row.
record Held(
        UUID id,
        String principal,
        String principalName,
        DelegationRole role,
        String @Nullable [] items,
        String[] actions) {

    Mandate mandate() {
        return new Mandate(
                id,
                Principal.parse(principal),
                principalName,
                role,
                items == null ? null : Set.of(items),
                Arrays.stream(actions).map(DelegatedAction::valueOf).collect(Collectors.toSet()),
                true);
    }
}
