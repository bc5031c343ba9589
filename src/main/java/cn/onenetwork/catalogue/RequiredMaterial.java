package cn.onenetwork.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A material that an item asks for (申请材料).
///
/// @param id            unique in the library
/// @param key           name under which rules know it: `materials.<key>`
/// @param conditionText when a conditional material is needed, for people
/// @param requiredWhen  the same as CEL over `form` and `applicant`; only on conditional materials
/// @param shareSource   who else has it; then the applicant need not be asked for it again
/// @param allowDeferred whether it may be handed in later (容缺受理)
/// @param allowCommitment whether a commitment may stand in for it (告知承诺)
/// @param order         from 1
public record RequiredMaterial(
        String id,
        String key,
        String name,
        MaterialNecessity necessity,
        @Nullable String conditionText,
        @Nullable String requiredWhen,
        @Nullable String acceptanceStandard,
        @Nullable String sourceExplain,
        @Nullable String licenceTypeCode,
        Guide.@Nullable ShareSource shareSource,
        boolean allowDeferred,
        boolean allowCommitment,
        @JsonProperty("acceptedMediaTypes") List<String> mediaTypes,
        int maxSizeMb,
        List<Guide.ExtractedField> extractedFields,
        int order) {

    /// The key under which every item has the document that is made of its form.
    private static final String APPLICATION_FORM = "applicationForm";

    private static final int MEBIBYTE = 1_048_576;

    public RequiredMaterial {
        mediaTypes = List.copyOf(mediaTypes);
        extractedFields = List.copyOf(extractedFields);
    }

    /// Whether the service makes it of the answers, so that nobody has to hand it in.
    public boolean generated() {
        return key.equals(APPLICATION_FORM);
    }

    /// The largest file, in bytes.
    public int maxBytes() {
        return Math.multiplyExact(maxSizeMb, MEBIBYTE);
    }
}
