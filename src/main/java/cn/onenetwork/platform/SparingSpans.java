package cn.onenetwork.platform;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/// Takes out of every span, before anybody sees it, what is not known to be harmless: addresses of clients, paths and
/// queries with tickets in them, whatever a new version of an instrumentation may think of. What is named here was
/// looked at.
///
/// An attribute cannot be removed once it is there; its value is replaced, a number stays.
@ApplicationScoped
public class SparingSpans implements SpanProcessor {

    private static final String TAKEN_OUT = "-";
    private static final Set<String> HARMLESS = Set.of(
            "http.request.method",
            "http.route",
            "url.scheme",
            "network.protocol.name",
            "network.protocol.version",
            "db.system",
            "db.system.name",
            "db.namespace",
            "db.name",
            "db.operation",
            "db.operation.name",
            "db.statement",
            "db.query.text",
            "db.query.summary",
            "db.sql.table",
            "db.collection.name",
            "server.address",
            "error.type",
            "code.function",
            "code.function.name",
            "code.namespace",
            "graphql.operation.name",
            "graphql.operation.type");

    /// Of a request that comes in, these are what its client says (`Host`, `X-Forwarded-*`), which may be anything.
    private static final Set<String> SAID_BY_CLIENTS = Set.of("server.address", "url.scheme");

    private static final Set<String> SCHEMES = Set.of("http", "https");

    @Override
    @SuppressWarnings("unchecked")
    public void onStart(Context parent, ReadWriteSpan span) {
        span.toSpanData().getAttributes().forEach((key, value) -> {
            if (key.getType() == AttributeType.STRING && !isHarmless(span.getKind(), key.getKey(), value)) {
                var _ = span.setAttribute((AttributeKey<String>) key, TAKEN_OUT);
            }
        });
    }

    private static boolean isHarmless(SpanKind kind, String key, Object value) {
        return kind == SpanKind.SERVER && SAID_BY_CLIENTS.contains(key)
                ? SCHEMES.contains(value)
                : HARMLESS.contains(key);
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // Too late for a change.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
