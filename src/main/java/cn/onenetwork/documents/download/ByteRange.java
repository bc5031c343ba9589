package cn.onenetwork.documents.download;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which bytes of a whole are meant.
///
/// @param from   first byte, from 0
/// @param length how many
record ByteRange(long from, long length) {

    private static final Pattern SINGLE = Pattern.compile("(?i:bytes)=[ \\t]*([0-9]*)-([0-9]*)[ \\t]*");

    /// A number so large needs no exact value: no document is that long.
    private static final int DIGITS = 18;

    static ByteRange whole(long size) {
        return new ByteRange(0, size);
    }

    /// What a `Range` header asks for, by RFC 9110, section 14. A header that is malformed, in another unit or asks
    /// for several ranges counts as absent: several ranges in one answer are of no use to a download.
    ///
    /// @param size of the whole, at least 1
    /// @return empty where no byte of the range is there: 416
    static Optional<ByteRange> asked(@Nullable String header, long size) {
        Matcher range = SINGLE.matcher(header == null ? "" : header);
        if (!range.matches()) {
            return Optional.of(whole(size));
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.of(whole(size)) : suffix(number(last), size);
        }
        long to = last.isEmpty() ? Long.MAX_VALUE : number(last);
        return to < number(first) ? Optional.of(whole(size)) : between(number(first), to, size);
    }

    private static Optional<ByteRange> suffix(long length, long size) {
        long given = Math.min(length, size);
        return given == 0 ? Optional.empty() : Optional.of(new ByteRange(size - given, given));
    }

    private static Optional<ByteRange> between(long from, long to, long size) {
        return from >= size ? Optional.empty() : Optional.of(new ByteRange(from, Math.min(to, size - 1) - from + 1));
    }

    private static long number(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > DIGITS ? Long.MAX_VALUE : Long.parseLong(significant);
    }

    /// Last byte, inclusive.
    long to() {
        return from + length - 1;
    }

    /// As it stands in `Content-Range`.
    String of(long size) {
        return "bytes " + from + "-" + to() + "/" + size;
    }
}
