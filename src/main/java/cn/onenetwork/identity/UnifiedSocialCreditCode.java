package cn.onenetwork.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/// The number of a corporation or other organisation (统一社会信用代码), GB 32100-2015: registration department
/// (1 character), category (1), region (6), organisation code (9), check character (1).
///
/// An instance has the right shape. That its check character is right, too, is promised only by [#parse]: codes
/// with a wrong one are in real use, and an identity provider may vouch for them ([#registered]).
///
/// @param value the 18 characters
public record UnifiedSocialCreditCode(String value) {
    /// The shape, as a form's schema writes it.
    public static final String PATTERN = "^[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}$";

    private static final Pattern SHAPE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}");
    /// Without I, O, S, V, Z, which are read as 1, 0, 5, U, 2.
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    /// Powers of 3 modulo 31.
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private static final String ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int LENGTH = 18;

    /// @throws IllegalArgumentException if the value has not the shape of a credit code
    public UnifiedSocialCreditCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the shape of a unified social credit code.");
        }
    }

    /// A code that somebody typed: empty unless the shape and the check character are right.
    public static Optional<UnifiedSocialCreditCode> parse(String text) {
        return registered(text).filter(UnifiedSocialCreditCode::checkCharacterMatches);
    }

    /// A code that an authority vouches for, such as an identity provider: empty unless the shape is right.
    /// Look at [#checkCharacterMatches] and warn.
    public static Optional<UnifiedSocialCreditCode> registered(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new UnifiedSocialCreditCode(text)) : Optional.empty();
    }

    /// Whether the last character is the check character of GB 32100-2015.
    public boolean checkCharacterMatches() {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(value.charAt(i)) * WEIGHTS[i];
        }
        int modulus = ALPHABET.length();
        return ALPHABET.charAt((modulus - sum % modulus) % modulus) == value.charAt(LENGTH - 1);
    }

    /// The first two characters: registration department and category, such as `91` for an enterprise.
    public String registrationClass() {
        return value.substring(0, 2);
    }

    /// The region of registration (6 digits); newer zones use numbers that GB/T 2260 does not have.
    public String regionCode() {
        return value.substring(2, 8);
    }

    /// The organisation code (组织机构代码) of GB 11714-1997: 8 characters and its own check character.
    public String organisationCode() {
        return value.substring(8, 17);
    }

    /// Whether the organisation code passes the check of GB 11714-1997. Not asked of what a user types: any
    /// single error is already detected by the check character of the whole.
    public boolean organisationCodeMatches() {
        String code = organisationCode();
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += ORGANISATION_ALPHABET.indexOf(code.charAt(i)) * ORGANISATION_WEIGHTS[i];
        }
        return "0X987654321".charAt(sum % 11) == code.charAt(ORGANISATION_WEIGHTS.length);
    }

    /// Whom an item must be for, so that this organisation may apply for it.
    public ApplicantType applicantType() {
        return switch (registrationClass()) {
            case "91", "92", "93" -> ApplicantType.ENTERPRISE;
            case "12" -> ApplicantType.PUBLIC_INSTITUTION;
            case "51", "52", "53" -> ApplicantType.SOCIAL_ORGANISATION;
            case "11" -> ApplicantType.ADMINISTRATIVE_ORGAN;
            default -> ApplicantType.OTHER_ORGANISATION;
        };
    }

    /// The bare code; codes of organisations are public.
    @Override
    public String toString() {
        return value;
    }
}
