package cn.onenetwork.catalogue;

import java.util.Map;

/// What approval rules may look at: plain values of JSON (maps, lists, texts, numbers, booleans, null). A key
/// that is not there is not known.
///
/// @param form      the answers, see [FormValues]
/// @param applicant who applies, under the names of the catalogue: `type`, `realNameLevel`, `creditGrade`, ...
/// @param materials for each material's key `submitted`, `trustGrade`, `verified`, `expired` and `data`
public record Facts(Map<String, ?> form, Map<String, ?> applicant, Map<String, ?> materials) {

    /// SHA-256 over the canonical JSON of all facts, 64 hexadecimal digits: it shows later whether a decision
    /// was made on these facts, without keeping them twice.
    public String digest() {
        return CanonicalJson.digest(Map.of("form", form, "applicant", applicant, "materials", materials));
    }

    /// Without the facts: they are about people.
    @Override
    public String toString() {
        return "Facts[" + digest() + "]";
    }
}
