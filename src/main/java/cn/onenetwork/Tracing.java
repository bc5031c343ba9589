package cn.onenetwork;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/// Whether this process traces: only where somebody has said where traces go.
final class Tracing {

    private static final List<String> ENDPOINTS =
            List.of("quarkus.otel.exporter.otlp.endpoint", "quarkus.otel.exporter.otlp.traces.endpoint");

    /// Below the sources of the operator lie the defaults of the extension, which always name an endpoint.
    private static final int FILES = 100;

    private Tracing() {}

    /// The setting that switches traces on; none where no endpoint is named.
    static Map<String, String> settings(Config config) {
        return ENDPOINTS.stream().map(config::getConfigValue).anyMatch(Tracing::isNamed)
                ? Map.of("one-network.telemetry.traces-off", "false")
                : Map.of();
    }

    private static boolean isNamed(ConfigValue value) {
        return value.getValue() != null && !value.getValue().isBlank() && value.getSourceOrdinal() >= FILES;
    }
}
