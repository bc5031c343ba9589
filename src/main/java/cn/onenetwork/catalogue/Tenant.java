package cn.onenetwork.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A district or zone that serves people under its own name (租户), e.g. 贵阳国家高新技术产业开发区.
///
/// @param regionCode 6, 9 or 12 digits; zones use numbers that GB/T 2260 does not have
/// @param config     settings of the tenant, such as `preReviewWorkdays`; numbers, texts, booleans and maps of
///     them
public record Tenant(
        String id,
        String name,
        String nameEn,
        String regionCode,
        @Nullable String parentTenantId,
        String level,
        String zoneType,
        Map<String, Object> config,
        List<Body> implementers,
        List<Hall> serviceHalls) {

    public Tenant {
        config = Map.copyOf(config);
        implementers = List.copyOf(implementers);
        serviceHalls = List.copyOf(serviceHalls);
    }

    /// A whole number of the configuration, such as `supplementWorkdays`.
    ///
    /// @param fallback where the tenant does not set it
    public int number(String setting, int fallback) {
        return config.get(setting) instanceof Number number ? number.intValue() : fallback;
    }

    Optional<Body> implementer(String bodyId) {
        return implementers.stream().filter(body -> body.id().equals(bodyId)).findFirst();
    }

    Optional<Hall> hall(String hallId) {
        return serviceHalls.stream().filter(hall -> hall.id().equals(hallId)).findFirst();
    }

    /// A body of the tenant that runs items (实施主体).
    ///
    /// @param code unified social credit code
    public record Body(
            String id, String code, String name, @Nullable String nameEn) {}

    /// A service hall (政务大厅).
    public record Hall(
            String id,
            String name,
            @Nullable String nameEn,
            @Nullable String address,
            @Nullable String openingHours) {}
}
