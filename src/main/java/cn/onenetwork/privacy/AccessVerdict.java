package cn.onenetwork.privacy;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/// Whether the access log of a case is as it was written.
@Name("AccessLogVerdict")
@Description("Whether the access log of a case is as it was written. 访问日志校验结果。")
public record AccessVerdict(
        @Description("Whether every row is there, unchanged and in its order. 是否完整。")
        boolean intact,

        @Description("How many rows there are; old ones are let go in time. 记录数。")
        int rows,

        @Description("Place of the first row that is wrong or missing; null where none is. 首个异常位置。") @Nullable
        Integer brokenAt) {

    /// @param rows in the order of their places
    /// @param base where the rows that were let go ended
    /// @param head where the chain ends, as it is remembered apart from the rows
    static AccessVerdict of(List<StoredAccess> rows, AccessChain.Head base, AccessChain.Head head) {
        Integer brokenAt = brokenAt(rows, base, head);
        return new AccessVerdict(brokenAt == null, rows.size(), brokenAt);
    }

    private static @Nullable Integer brokenAt(List<StoredAccess> rows, AccessChain.Head base, AccessChain.Head head) {
        long place = base.length();
        byte[] before = base.hash();
        for (StoredAccess row : rows) {
            place++;
            if (row.position() != place || place > head.length() || !row.follows(before)) {
                return Math.toIntExact(place);
            }
            before = row.hash();
        }
        if (place < head.length()) {
            return Math.toIntExact(place + 1);
        }
        return Arrays.equals(before, head.hash()) ? null : Integer.valueOf(Math.toIntExact(Math.max(1, place)));
    }
}
