package cn.onenetwork.edge;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/// The two media types of an answer. They differ in what the status says.
enum MediaType {

    /// The status is that of the GraphQL answer: a client may trust it to come from here.
    GRAPHQL_RESPONSE("graphql-response+json"),

    /// 200 for whatever was asked correctly; any other status might as well come from something in between.
    JSON("json");

    private final String subtype;

    MediaType(String subtype) {
        this.subtype = subtype;
    }

    /// What the client prefers; JSON where it does not mind; empty where it takes neither.
    static Optional<MediaType> acceptable(RoutingContext exchange) {
        List<MIMEHeader> accepted = exchange.parsedHeaders().accept();
        return accepted.isEmpty()
                ? Optional.of(JSON)
                : accepted.stream()
                        .filter(range -> range.weight() > 0)
                        .map(MediaType::of)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    /// Apollo's clients look into the errors of the handshake about hashes only where the status is 200. They take
    /// plain JSON as well, and with it 200 is what the protocol asks for.
    static MediaType ofHandshake(RoutingContext exchange, MediaType preferred) {
        boolean plain = exchange.parsedHeaders().accept().stream()
                .filter(range -> range.weight() > 0)
                .anyMatch(range -> of(range).filter(JSON::equals).isPresent());
        return plain ? JSON : preferred;
    }

    private static Optional<MediaType> of(MIMEHeader range) {
        boolean ours = range.component().equals("*") || range.component().equalsIgnoreCase("application");
        if (ours && range.subComponent().equals("*")) {
            return Optional.of(JSON);
        }
        return List.of(values()).stream()
                .filter(type -> ours && type.subtype.equalsIgnoreCase(range.subComponent()))
                .findFirst();
    }

    String header() {
        return "application/" + subtype + "; charset=utf-8";
    }
}
