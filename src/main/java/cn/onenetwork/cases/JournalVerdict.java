package cn.onenetwork.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/// Whether the journal of a case, with the vouchers it issued, is as it was written.
@Name("JournalVerdict")
@Description("Whether the journal of a case is as it was written. 流水校验结果。")
public record JournalVerdict(
        @Description("Whether every event is there, unchanged and in its order. 是否完整。")
        boolean intact,

        @Description("How many events there are. 事件数。") int events,

        @Description("Sequence of the first that is wrong or missing; null where none is. 首个异常序号。") @Nullable
        Integer brokenAt) {

    /// @param entries  what is in the journal, in the order of their sequences
    /// @param last     the sequence of the newest event, as the case remembers it
    /// @param headHash the hash of that event, as the case remembers it
    /// @param vouchers by the sequence of the event that issued them
    static JournalVerdict of(
            List<JournalEntry> entries, int last, byte @Nullable [] headHash, Map<Integer, List<Voucher>> vouchers) {
        Integer brokenAt = brokenAt(entries, last, headHash, vouchers);
        return new JournalVerdict(brokenAt == null, entries.size(), brokenAt);
    }

    private static @Nullable Integer brokenAt(
            List<JournalEntry> entries, int last, byte @Nullable [] headHash, Map<Integer, List<Voucher>> vouchers) {
        byte[] previous = null;
        int sequence = 0;
        for (JournalEntry entry : entries) {
            sequence++;
            if (sequence > last
                    || !follows(entry, sequence, previous)
                    || !certifies(entry, vouchers.getOrDefault(sequence, List.of()))) {
                return sequence;
            }
            previous = entry.hash;
        }
        if (sequence < last) {
            return sequence + 1;
        }
        // The case knows the last hash: who rewrote the whole chain is found out at its end.
        return Arrays.equals(previous, headHash) ? null : Integer.valueOf(last);
    }

    private static boolean follows(JournalEntry entry, int sequence, byte @Nullable [] previous) {
        return entry.sequence == sequence
                && Arrays.equals(entry.prevHash, previous)
                && Arrays.equals(entry.hash, entry.reckonedHash());
    }

    /// Events from before there were digests may have any voucher of their kind.
    private static boolean certifies(JournalEntry entry, List<Voucher> vouchers) {
        return entry.voucherDigest == null
                ? vouchers.stream().allMatch(voucher -> voucher.type().certifies(entry.kind))
                : Arrays.equals(entry.voucherDigest, VoucherDigest.of(vouchers));
    }
}
