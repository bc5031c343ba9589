package cn.onenetwork.catalogue;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.regex.Pattern;

/// A pattern of the catalogue, run on text from outside with a limit on the work.
///
/// A pattern such as `(a+)+$` makes the matcher try exponentially many ways. The matcher reads the text only
/// through [CharSequence#charAt], so counting these reads bounds the time without a second engine or a second
/// thread. Text on which the limit is reached counts as not matching.
final class BoundedRegex implements RegularExpression {
    /// Reads of one character per text; an honest pattern needs a few for each of the at most 10,000
    /// characters.
    static final int READS = 200_000;

    static final RegularExpressionFactory FACTORY = BoundedRegex::new;

    private final Pattern pattern;

    /// @throws java.util.regex.PatternSyntaxException if it is no pattern
    BoundedRegex(String regex) {
        this.pattern = Pattern.compile(withStrictEnd(regex));
    }

    @Override
    public boolean matches(String text) {
        try {
            return pattern.matcher(new CountedText(text)).find();
        } catch (TooManyReads | StackOverflowError e) {
            return false;
        }
    }

    /// `$` is the very end in ECMA-262, which JSON Schema refers to; in Java it would also match before a last
    /// line break. Within a class of characters and after a backslash it is an ordinary character.
    private static String withStrictEnd(String regex) {
        StringBuilder strict = new StringBuilder(regex.length() + 8);
        boolean inClass = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\' && i + 1 < regex.length()) {
                strict.append(c).append(regex.charAt(++i));
                continue;
            }
            inClass = c == '[' || inClass && c != ']';
            strict.append(c == '$' && !inClass ? "\\z" : String.valueOf(c));
        }
        return strict.toString();
    }

    private static final class TooManyReads extends RuntimeException {
        TooManyReads() {
            super(null, null, false, false);
        }
    }

    private static final class CountedText implements CharSequence {
        private final String text;
        private int reads;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++reads > READS) {
                throw new TooManyReads();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
