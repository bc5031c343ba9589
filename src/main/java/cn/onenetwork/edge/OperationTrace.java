package cn.onenetwork.edge;

import cn.onenetwork.platform.Traces;
import graphql.ExecutionResult;
import graphql.language.OperationDefinition;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The span of an operation: what kind it is and how its document calls it; no document, no variable, no person.
final class OperationTrace {

    /// Clients choose names as they like; one with digits in it could be somebody's number.
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]{1,60}");

    private final Span span;

    private OperationTrace(Span span) {
        this.span = span;
    }

    /// Begins here; what follows on the current Vert.x context belongs to it.
    static OperationTrace begin(OperationDefinition.Operation kind, @Nullable String operationName) {
        if (!Traces.isOn()) {
            return new OperationTrace(Span.getInvalid());
        }
        String type = kind.name().toLowerCase(Locale.ROOT);
        String name = operationName != null && NAME.matcher(operationName).matches() ? operationName : null;
        Span span = GlobalOpenTelemetry.getTracer("cn.onenetwork.edge")
                .spanBuilder(name == null ? type : type + " " + name)
                .setSpanKind(SpanKind.INTERNAL)
                .setAttribute("graphql.operation.type", type)
                .startSpan();
        if (name != null) {
            var _ = span.setAttribute("graphql.operation.name", name);
        }
        Traces.goOn(Context.current().with(span), Vertx.currentContext());
        return new OperationTrace(span);
    }

    /// Ends with the answer, or with the stream of a subscription: what that brings is traced for itself.
    void end(AsyncResult<ExecutionResult> answer) {
        if (answer.failed() || !answer.result().getErrors().isEmpty()) {
            var _ = span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
