package cn.onenetwork.cases;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The answers of a form as they are kept: nobody reads them without [Forms].
///
/// The one answer that the course of a case depends on stands beside them: how the result is wanted.
final class SealedForm {

    private final byte @Nullable [] sealed;
    private final @Nullable String key;
    private final @Nullable String plain;
    private final @Nullable String delivery;

    /// @param key   the id of the key that sealed the bytes
    /// @param plain where a row was written before forms were sealed
    SealedForm(byte @Nullable [] sealed, @Nullable String key, @Nullable String plain, @Nullable String delivery) {
        this.sealed = sealed;
        this.key = key;
        this.plain = plain;
        this.delivery = delivery;
    }

    byte @Nullable [] sealed() {
        return sealed;
    }

    @Nullable
    String key() {
        return key;
    }

    @Nullable
    String plain() {
        return plain;
    }

    @Nullable
    String delivery() {
        return delivery;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedForm that
                && Arrays.equals(sealed, that.sealed)
                && Objects.equals(plain, that.plain)
                && Objects.equals(delivery, that.delivery);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(sealed), plain, delivery);
    }

    /// Without the answers.
    @Override
    public String toString() {
        return "SealedForm[" + key + "]";
    }
}
