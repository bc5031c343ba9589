package cn.onenetwork.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much of a personal datum may be shown (数据脱敏), by the rules of the provincial apps.
///
/// Every method takes what is stored and returns what may leave the service. Text that is not of the expected
/// shape is hidden completely, because nobody can say which part of it is harmless.
public final class Masking {
    /// What stands where nothing may be shown.
    public static final String HIDDEN = "****";

    private static final int ID_LENGTH = 18;
    private static final Pattern ID_SHAPE = Pattern.compile("[0-9]{17}[0-9Xx]");
    private static final Pattern MOBILE_SHAPE = Pattern.compile("1[0-9]{10}");
    /// Area code (three digits for 010 and 02x, else four), then 7 or 8 digits.
    private static final Pattern LANDLINE_SHAPE =
            Pattern.compile("(0(?:10|2[0-9]|[3-9][0-9]{2}))?-?[0-9]{3,4}([0-9]{4})");

    /// Province, city and county, as far as they are there. A 小区 or 园区 is no county.
    private static final Pattern COUNTY = Pattern.compile("^(?:[\\p{IsHan}&&[^省市区县路街道号]]{2,6}(?:省|自治区))?"
            + "(?:[\\p{IsHan}&&[^省市区县路街道号]]{1,8}(?:市|自治州|地区|盟))?"
            + "(?:[\\p{IsHan}&&[^省市区县路街道号]]{1,8}(?:(?<![小社园校厂])区|县|旗|市))?");

    private static final Pattern BANK_CARD_SHAPE = Pattern.compile("[0-9]{12,25}");

    private Masking() {}

    /// A person's name (姓名): the first character hidden, `*大友`. A name of one character is hidden.
    public static String name(String name) {
        String stripped = name.strip();
        return stripped.isEmpty() ? "" : "*" + stripped.substring(stripped.offsetByCodePoints(0, 1));
    }

    /// An identity number where its owner need not recognise it: first and last character,
    /// `3****************X`.
    public static String idNumberStrong(String idNumber) {
        return idNumber.length() < 3 ? HIDDEN : keep(idNumber, 1, 1);
    }

    /// An identity number that its owner shall recognise: region hidden, date of birth shown,
    /// `3***23197402*****X` (positions 1, 5 to 12 and 18). Any other shape is masked as [#otherDocument].
    public static String idNumber(String idNumber) {
        if (!ID_SHAPE.matcher(idNumber).matches()) {
            return otherDocument(idNumber);
        }
        return idNumber.charAt(0) + stars(3) + idNumber.substring(4, 12) + stars(5) + idNumber.charAt(ID_LENGTH - 1);
    }

    /// Passports, permits, officers' cards: first and last third, `123****890`.
    public static String otherDocument(String number) {
        int third = number.length() / 3;
        return third == 0 ? HIDDEN : keep(number, third, third);
    }

    /// A mobile number (手机号), 11 digits: `137****9050`.
    public static String mobile(String number) {
        return MOBILE_SHAPE.matcher(number).matches() ? keep(number, 3, 4) : HIDDEN;
    }

    /// A landline number (固定电话) with or without area code: `0571****8709`.
    public static String landline(String number) {
        Matcher matcher = LANDLINE_SHAPE.matcher(number);
        if (!matcher.matches()) {
            return HIDDEN;
        }
        String areaCode = matcher.group(1) == null ? "" : matcher.group(1);
        return areaCode + HIDDEN + matcher.group(2);
    }

    /// An e-mail address: at most three characters, then the domain, `con***@163.com`.
    public static String email(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return HIDDEN;
        }
        int shown = address.offsetByCodePoints(0, Math.min(3, address.codePointCount(0, at)));
        return address.substring(0, shown) + "***" + address.substring(at);
    }

    /// The number of a bank card (银行卡号), 12 to 25 digits: first six and last four, `622575******1496`.
    public static String bankCard(String number) {
        return BANK_CARD_SHAPE.matcher(number).matches() ? keep(number, 6, 4) : HIDDEN;
    }

    /// An address (住址): down to the county, the rest hidden, `贵州省贵阳市云岩区***`.
    public static String address(String address) {
        Matcher matcher = COUNTY.matcher(address.strip());
        return matcher.find() && matcher.end() > 0 ? matcher.group() + "***" : HIDDEN;
    }

    private static String keep(String text, int first, int last) {
        int hidden = text.length() - first - last;
        return text.substring(0, first) + stars(hidden) + text.substring(text.length() - last);
    }

    private static String stars(int count) {
        return "*".repeat(count);
    }
}
