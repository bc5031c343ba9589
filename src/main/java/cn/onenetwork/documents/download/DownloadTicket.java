package cn.onenetwork.documents.download;

import cn.onenetwork.identity.AccountKind;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.CorporateRole;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.identity.RealNameLevel;
import cn.onenetwork.identity.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a ticket says: who may download, as whom, for what, and until when. Which document it is for stands in
/// the seal.
///
/// It holds as much of the caller as the right to see a case is decided by, so that it can be decided again. The
/// name is there for staff only, whose copies say who took them.
record DownloadTicket(
        String subject,
        AccountKind kind,
        Set<Role> roles,
        @Nullable String uscc,
        @Nullable CorporateRole corporateRole,
        @Nullable String tenant,
        @Nullable String department,
        String name,
        DownloadPurpose purpose,
        Instant until) {

    private static final int VERSION = 1;
    private static final int LONGEST_NAME = 60;

    static DownloadTicket of(Caller caller, DownloadPurpose purpose, Instant until) {
        boolean own = purpose == DownloadPurpose.OWN_USE;
        Corporation corporation = caller.corporation();
        return new DownloadTicket(
                caller.id(),
                caller.kind(),
                purpose.rolesOf(caller),
                own && corporation != null ? corporation.uscc() : null,
                own && corporation != null ? corporation.role() : null,
                own ? null : caller.tenant(),
                own ? null : caller.department(),
                own ? "" : shortened(caller.displayName()),
                purpose,
                until);
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }

    /// Whether what it gives has to say who took it.
    boolean ofStaff() {
        return purpose != DownloadPurpose.OWN_USE;
    }

    /// The caller as it was when the ticket was made, with the roles that count for its purpose.
    Caller caller(Locale locale) {
        return new Caller(
                subject,
                kind,
                name,
                RealNameLevel.L1,
                roles,
                uscc == null || corporateRole == null ? null : new Corporation(uscc, "", corporateRole),
                tenant,
                department,
                locale);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(until.getEpochSecond());
            out.writeUTF(purpose.name());
            out.writeUTF(kind.name());
            out.writeUTF(joined(roles));
            for (String text : Arrays.asList(
                    subject, uscc, corporateRole == null ? null : corporateRole.name(), tenant, department, name)) {
                out.writeUTF(text == null ? "" : text);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// @throws IllegalArgumentException where the bytes are those of another version
    static DownloadTicket of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IllegalArgumentException("a ticket of another version");
            }
            Instant until = Instant.ofEpochSecond(in.readLong());
            DownloadPurpose purpose = DownloadPurpose.valueOf(in.readUTF());
            AccountKind kind = AccountKind.valueOf(in.readUTF());
            Set<Role> roles = roles(in.readUTF());
            String subject = in.readUTF();
            String uscc = optional(in);
            String corporateRole = optional(in);
            return new DownloadTicket(
                    subject,
                    kind,
                    roles,
                    uscc,
                    corporateRole == null ? null : CorporateRole.valueOf(corporateRole),
                    optional(in),
                    optional(in),
                    in.readUTF(),
                    purpose,
                    until);
        } catch (IOException cutOff) {
            throw new IllegalArgumentException("a ticket of another version", cutOff);
        }
    }

    private static String joined(Collection<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    private static Set<Role> roles(String joined) {
        return joined.isEmpty()
                ? Set.of()
                : List.of(joined.split(",")).stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String optional(DataInputStream in) throws IOException {
        String text = in.readUTF();
        return text.isEmpty() ? null : text;
    }
}
