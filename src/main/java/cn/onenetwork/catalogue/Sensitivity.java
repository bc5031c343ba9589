package cn.onenetwork.catalogue;

import cn.onenetwork.identity.Masking;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What kind of personal datum a field of a form holds (`x-sensitive`), and how much of it is shown by default.
enum Sensitivity {
    /// 姓名.
    NAME {
        @Override
        String masked(String text, boolean own) {
            return Masking.name(text);
        }
    },
    /// 证件号码. Its owner recognises it by its middle; to others not even that is shown.
    ID_NUMBER {
        @Override
        String masked(String text, boolean own) {
            return own ? Masking.idNumber(text) : Masking.idNumberStrong(text);
        }
    },
    /// 手机号码, or a landline where the field takes one.
    MOBILE {
        @Override
        String masked(String text, boolean own) {
            return text.startsWith("1") ? Masking.mobile(text) : Masking.landline(text);
        }
    },
    /// 住址.
    ADDRESS {
        @Override
        String masked(String text, boolean own) {
            return Masking.address(text);
        }
    },
    /// 银行卡号.
    BANK_CARD {
        @Override
        String masked(String text, boolean own) {
            return Masking.bankCard(text);
        }
    },
    /// Anything else: a field that the schema does not describe, or marks by a word that is not known here.
    UNKNOWN {
        @Override
        String masked(String text, boolean own) {
            return Masking.HIDDEN;
        }
    };

    /// @param text as it was typed
    /// @param own  whether it is shown to the side of the applicant
    abstract String masked(String text, boolean own);

    /// What `x-sensitive` says; null where it says nothing.
    static @Nullable Sensitivity of(String annotation) {
        return annotation.isBlank()
                ? null
                : Arrays.stream(values())
                        .filter(one -> one.name().equals(annotation))
                        .findFirst()
                        .orElse(UNKNOWN);
    }
}
