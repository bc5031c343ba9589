package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TextFormat;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Receives traces as a collector does (OTLP over gRPC, without TLS), and keeps all of them.
final class Collector implements AutoCloseable {

    private static final String EXPORT = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";
    private static final String STATUS = "grpc-status";
    private static final String UNAVAILABLE = "14";
    /// Says of what follows whether it is compressed, and how long it is.
    private static final int PREFIX = 5;
    private static final int AT_MOST_SECONDS = 30;

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer door;
    private final List<ExportTraceServiceRequest> taken = new CopyOnWriteArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.TAKES;

    /// What it does with what comes.
    enum Mood {
        TAKES,
        /// It says that it has no room.
        REFUSES
    }

    private Collector() throws Exception {
        door = vertx.createHttpServer()
                .requestHandler(this::receive)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(AT_MOST_SECONDS, TimeUnit.SECONDS);
    }

    static Collector opened() throws Exception {
        return new Collector();
    }

    int port() {
        return door.actualPort();
    }

    void becomes(Mood next) {
        mood = next;
    }

    private void receive(HttpServerRequest request) {
        var _ = request.body().onSuccess(body -> {
            if (mood == Mood.REFUSES) {
                var _ = answer(request.response(), UNAVAILABLE).end();
            } else {
                take(request.path(), body);
                var _ = answer(request.response(), "0").end(Buffer.buffer(new byte[PREFIX]));
            }
        });
    }

    private static HttpServerResponse answer(HttpServerResponse response, String status) {
        return response.putHeader("content-type", "application/grpc").putTrailer(STATUS, status);
    }

    private void take(String path, Buffer body) {
        try {
            if (path.equals(EXPORT) && body.getByte(0) == 0 && body.getInt(1) == body.length() - PREFIX) {
                taken.add(ExportTraceServiceRequest.parseFrom(body.getBytes(PREFIX, body.length())));
            } else {
                wrong.add(path);
            }
        } catch (InvalidProtocolBufferException malformed) {
            wrong.add(String.valueOf(malformed.getMessage()));
        }
    }

    boolean hasHeardNothing() {
        return taken.isEmpty() && wrong.isEmpty();
    }

    /// All spans that have come.
    List<Span> spans() {
        assertThat(wrong).isEmpty();
        return taken.stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    /// All spans of one trace.
    ///
    /// @param id in hexadecimal digits
    List<Span> trace(String id) {
        return spans().stream()
                .filter(span -> hex(span.getTraceId()).equals(id))
                .toList();
    }

    /// Everything that has come, as text.
    String text() {
        assertThat(wrong).isEmpty();
        TextFormat.Printer printer = TextFormat.printer().escapingNonAscii(false);
        return taken.stream().map(printer::printToString).collect(Collectors.joining());
    }

    static Map<String, String> attributes(Span span) {
        return span.getAttributesList().stream()
                .collect(Collectors.toMap(
                        KeyValue::getKey, attribute -> attribute.getValue().getStringValue()));
    }

    static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    @Override
    public void close() throws Exception {
        var _ = vertx.close().toCompletionStage().toCompletableFuture().get(AT_MOST_SECONDS, TimeUnit.SECONDS);
    }
}
