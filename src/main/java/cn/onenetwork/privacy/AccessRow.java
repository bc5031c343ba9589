package cn.onenetwork.privacy;

import cn.onenetwork.cases.Access;
import cn.onenetwork.cases.CasePart;
import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.identity.Masking;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A row of the access log, not yet in its chain.
///
/// @param parts what was given; none for a download
/// @param times of a READ: how often what was given most often was given
/// @param file  of a download
record AccessRow(
        UUID id,
        Instant at,
        Actor actor,
        UUID caseId,
        Access.Kind kind,
        String purpose,
        Set<CasePart> parts,
        int times,
        Access.@Nullable File file) {

    /// The database keeps microseconds, and the hash must come out the same afterwards.
    AccessRow {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    static AccessRow of(UUID id, Instant at, Access access) {
        return new AccessRow(
                id,
                at,
                Actor.of(access.caller()),
                access.caseId(),
                access.kind(),
                access.purpose(),
                access.kind() == Access.Kind.FORM_UNMASK ? Set.of(CasePart.FORM) : Set.of(),
                1,
                access.file());
    }

    String partNames() {
        return new TreeSet<>(parts).stream().map(Enum::name).collect(Collectors.joining(","));
    }

    static Set<CasePart> parts(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(CasePart::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What the hash covers, in the order of the database function `access_log_fields`.
    List<@Nullable Object> fields(long position) {
        return Arrays.asList(
                position,
                id,
                ChronoUnit.MICROS.between(Instant.EPOCH, at),
                actor.subject(),
                actor.kind(),
                actor.maskedName(),
                actor.onBehalfOf(),
                actor.tenant(),
                actor.department(),
                caseId,
                kind,
                purpose,
                partNames(),
                times,
                file == null ? null : file.documentId(),
                file == null ? null : file.ticket(),
                file == null ? null : file.from(),
                file == null ? null : file.to(),
                file != null && file.watermarked());
    }

    /// Who was given something.
    ///
    /// @param subject    the identity provider's id of the person; empty where nobody was logged in
    /// @param maskedName as the token showed it then, masked
    record Actor(
            String subject,
            AccountKind kind,
            String maskedName,
            @Nullable String onBehalfOf,
            @Nullable String tenant,
            @Nullable String department) {

        /// No subject of a provider is called so.
        private static final String NOBODY_KNOWN = "";

        Actor {
            Objects.requireNonNull(subject);
        }

        static Actor of(Caller caller) {
            Corporation corporation = caller.corporation();
            return new Actor(
                    Objects.requireNonNullElse(caller.subject(), NOBODY_KNOWN),
                    caller.kind(),
                    Masking.name(caller.displayName()),
                    corporation == null ? null : corporation.uscc(),
                    caller.tenant(),
                    caller.department());
        }
    }
}
