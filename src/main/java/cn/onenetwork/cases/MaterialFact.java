package cn.onenetwork.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of one material of an application, as approval rules see it. What is null is not known.
///
/// @param submitted whether it is there: handed in, referred to, or made by the service
/// @param verified  whether its signature or seal was checked
/// @param expired   whether it is no longer valid
/// @param data      what was read from it, under the names of the material's extracted fields
public record MaterialFact(
        boolean submitted,
        @Nullable TrustGrade trustGrade,
        @Nullable Boolean verified,
        @Nullable Boolean expired,
        Map<String, ?> data) {

    public MaterialFact {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /// A licence or record that another authority has: nobody needs to hand it in.
    public static MaterialFact shared(boolean expired, Map<String, ?> data) {
        return new MaterialFact(true, TrustGrade.A, true, expired, data);
    }

    /// Documents that the applicant handed in and that passed their checks. What they say nobody has read yet.
    static MaterialFact handedIn(TrustGrade trustGrade) {
        return new MaterialFact(true, trustGrade, null, null, Map.of());
    }

    /// A document that the service makes of the answers. Nobody has signed it yet, so no more than that is
    /// known.
    static MaterialFact generated() {
        return new MaterialFact(true, null, null, null, Map.of());
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("submitted", submitted);
        put(values, "trustGrade", trustGrade == null ? null : trustGrade.name());
        put(values, "verified", verified);
        put(values, "expired", expired);
        values.put("data", data);
        return values;
    }

    /// Without the data: they are about somebody.
    @Override
    public String toString() {
        return "MaterialFact[" + trustGrade + "]";
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
