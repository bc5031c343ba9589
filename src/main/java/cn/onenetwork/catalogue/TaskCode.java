package cn.onenetwork.catalogue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The number of one item as one body runs it (实施编码), 31 characters: credit code of the implementing body
/// (18), level of exercise (1), code in the basic catalogue (12). With two more digits it names one handling
/// item of it (业务办理项编码).
///
/// The credit code inside has only its alphabet checked: bodies whose code fails its check digit exist.
///
/// @param value the 31 or 33 characters
public record TaskCode(String value) {
    private static final Pattern SHAPE = Pattern.compile(
            "(?<organisation>[0-9A-HJ-NPQRTUWXY]{18})(?<level>[1-7])(?<catalogue>[0-9A-Z]{12})(?<handling>[0-9]{2})?");

    private static final int ITEM_LENGTH = 31;

    /// @throws IllegalArgumentException if the value has not the shape of a task code
    public TaskCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a task code of 31 or 33 characters.");
        }
    }

    /// The code in the text; empty for any other shape. The older codes of 10 and 24 characters are not read:
    /// they name neither the body nor the level, so they cannot stand where this one does.
    public static Optional<TaskCode> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new TaskCode(text)) : Optional.empty();
    }

    /// The code of an item.
    ///
    /// @param organisation credit code of the implementing body, 18 characters
    /// @param level level of exercise (行使层级), 1 national to 7 graded
    /// @param catalogCode code in the basic catalogue (基本编码), 12 characters
    /// @throws IllegalArgumentException if a part has another shape
    public static TaskCode of(String organisation, int level, String catalogCode) {
        TaskCode code = new TaskCode(organisation + level + catalogCode);
        if (organisation.length() != 18 || catalogCode.length() != 12) {
            throw new IllegalArgumentException("The parts have 18, 1 and 12 characters.");
        }
        return code;
    }

    /// Credit code of the implementing body.
    public String organisation() {
        return value.substring(0, 18);
    }

    /// Level of exercise (行使层级): 1 national, 2 province, 3 city, 4 county, 5 township, 6 village, 7 graded.
    public int level() {
        return value.charAt(18) - '0';
    }

    /// Code in the basic catalogue (基本编码), the same for every body that runs the item.
    public String catalogCode() {
        return value.substring(19, ITEM_LENGTH);
    }

    /// The two digits of the handling item; empty where the code names the item as a whole.
    public Optional<String> handlingItem() {
        Matcher matcher = SHAPE.matcher(value);
        return matcher.matches() ? Optional.ofNullable(matcher.group("handling")) : Optional.empty();
    }

    /// The item as a whole: this code without the two digits of a handling item.
    public TaskCode item() {
        return new TaskCode(value.substring(0, ITEM_LENGTH));
    }

    /// The bare code.
    @Override
    public String toString() {
        return value;
    }
}
