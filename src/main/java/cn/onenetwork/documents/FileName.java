package cn.onenetwork.documents;

import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import java.text.Normalizer;
import java.util.Set;

/// The name of a file, as people see it. It is shown and sent back, never used as a path; still nobody should be
/// able to make it look like something else.
final class FileName {

    static final int LONGEST = 120;

    private static final Set<Integer> SEPARATORS = Set.of((int) '/', (int) '\\');

    private FileName() {}

    /// The name in Unicode's composed form, so that the same name is the same text.
    ///
    /// @throws Problem MATERIAL_INVALID where it is blank, too long, or has path separators, control characters or
    ///     characters that turn the direction of writing
    static String of(String given) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        boolean dotsOnly = name.chars().allMatch(character -> character == '.');
        if (dotsOnly || name.length() > LONGEST || name.codePoints().anyMatch(FileName::forbidden)) {
            throw Problem.variant(UserErrorCode.MATERIAL_INVALID, "fileName", LONGEST)
                    .at("fileName");
        }
        return name;
    }

    private static boolean forbidden(int character) {
        int type = Character.getType(character);
        return SEPARATORS.contains(character)
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
