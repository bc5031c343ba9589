package cn.onenetwork.privacy;

import cn.onenetwork.cases.Access;
import cn.onenetwork.cases.CasePart;
import cn.onenetwork.identity.AccountKind;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// That somebody is given one part of one case: ids, codes and the masked name of who reads, nothing else.
record Note(UUID id, Instant at, AccessRow.Actor actor, UUID caseId, String purpose, CasePart part) {

    /// Folds notes into rows, one for each reader and case, in the order of their first notes. The same notes give the
    /// same rows, so that they may be written again after a crash.
    static List<AccessRow> folded(List<Note> notes) {
        Map<List<Object>, List<Note>> groups = notes.stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(one.actor(), one.caseId(), one.purpose()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return groups.values().stream().map(Note::row).toList();
    }

    private static AccessRow row(List<Note> group) {
        Note first = group.getFirst();
        Set<CasePart> parts = group.stream().map(Note::part).collect(Collectors.toCollection(TreeSet::new));
        Map<CasePart, Long> counts = group.stream().collect(Collectors.groupingBy(Note::part, Collectors.counting()));
        int times =
                (int) counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        return new AccessRow(
                first.id(),
                first.at(),
                first.actor(),
                first.caseId(),
                Access.Kind.READ,
                first.purpose(),
                parts,
                times,
                null);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, id);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            out.writeUTF(actor.subject());
            out.writeUTF(actor.kind().name());
            out.writeUTF(actor.maskedName());
            write(out, actor.onBehalfOf());
            write(out, actor.tenant());
            write(out, actor.department());
            write(out, caseId);
            out.writeUTF(purpose);
            out.writeUTF(part.name());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Note read(DataInputStream in) throws IOException {
        return new Note(
                uuid(in),
                Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS),
                new AccessRow.Actor(
                        in.readUTF(), AccountKind.valueOf(in.readUTF()), in.readUTF(), text(in), text(in), text(in)),
                uuid(in),
                in.readUTF(),
                CasePart.valueOf(in.readUTF()));
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
