package cn.onenetwork.edge;

import cn.onenetwork.platform.Refusal;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Reads a [GraphQLRequest] from HTTP.
///
/// A POST must say `application/json`: a form of another web site cannot, so it cannot act in anybody's name,
/// and a script of another web site has to ask for permission first (CORS). A GET needs no such proof, because
/// it only ever runs queries and another web site cannot read the answer.
final class RequestReading {

    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private RequestReading() {}

    /// Refuses a method other than GET and POST, and a POST of anything but JSON, before the body is read.
    static void admit(RoutingContext exchange, Locale locale) {
        HttpMethod method = exchange.request().method();
        if (method.equals(HttpMethod.POST) && !isJson(exchange.parsedHeaders().contentType())) {
            throw new HttpRefusal(415, Refusal.badInput("contentType", locale));
        }
        if (!method.equals(HttpMethod.POST) && !method.equals(HttpMethod.GET)) {
            throw HttpRefusal.method("GET, POST", Refusal.badInput("method", locale));
        }
    }

    private static boolean isJson(MIMEHeader type) {
        String charset = type.parameter("charset");
        return type.component().equalsIgnoreCase("application")
                && type.subComponent().equalsIgnoreCase("json")
                && (charset == null || charset.equalsIgnoreCase("utf-8") || charset.equalsIgnoreCase("utf8"));
    }

    static GraphQLRequest read(RoutingContext exchange, Locale locale) {
        try {
            boolean posted = exchange.request().method().equals(HttpMethod.POST);
            return GraphQLRequest.of(posted ? body(exchange, locale) : parameters(exchange, locale), locale);
        } catch (Refusal malformed) {
            if (malformed.code() == Refusal.Code.PERSISTED_QUERY_NOT_SUPPORTED) {
                throw malformed;
            }
            throw new HttpRefusal(400, malformed);
        }
    }

    private static JsonObject body(RoutingContext exchange, Locale locale) {
        Buffer bytes = exchange.body().buffer();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes == null ? new byte[0] : bytes.getBytes()))
                    .toString();
            return GraphQLRequest.parse(text, "body", locale);
        } catch (CharacterCodingException other) {
            throw Refusal.badInput("body", locale);
        }
    }

    private static JsonObject parameters(RoutingContext exchange, Locale locale) {
        MultiMap given = exchange.queryParams(StandardCharsets.UTF_8);
        JsonObjectBuilder parameters = PROVIDER.createObjectBuilder();
        for (String text : List.of("query", "documentId", "operationName")) {
            if (given.contains(text)) {
                parameters.add(text, given.get(text));
            }
        }
        for (String object : List.of("variables", "extensions")) {
            if (given.contains(object) && !given.get(object).isEmpty()) {
                parameters.add(object, GraphQLRequest.parse(given.get(object), object, locale));
            }
        }
        return parameters.build();
    }
}
