package cn.onenetwork.faults;

import cn.onenetwork.catalogue.ItemFixture;
import cn.onenetwork.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything in which a client may send what is somebody's, and what must not come out again.
final class Intrusions {

    /// Nobody's, as the remains of a run are searched for those of the personas.
    static final String NUMBER = "110105194912310046";

    private static final String PHONE = "13900000099";
    private static final String TICKET = "a-ticket-that-opens-a-paper";
    private static final Set<String> CLAIMS =
            Set.of("sub", "name", "id_no", "phone_number", "uscc", "corp_name", "real_name");
    /// What a client says of a trace beside which it is.
    static final Map<String, String> BESIDE_A_TRACE =
            Map.of("tracestate", "shop=" + PHONE, "baggage", "who=" + PHONE, "User-Agent", "Mozilla of " + NUMBER);

    private final Phone phone;

    Intrusions(Phone phone) {
        this.phone = phone;
    }

    /// Sends all of it.
    ///
    /// @return how many requests that were
    int send() throws IOException {
        JsonNode _ = phone.operation("DraftSave", Draft.input(PHONE + System.nanoTime(), ItemFixture.LAND_PLANNING));
        JsonNode _ = phone.ask("{ serviceCase(id: \"" + NUMBER + "\", caseNo: \"示例市民甲\") { id } }", Map.of());
        JsonNode _ = phone.ask("query _" + NUMBER + " { viewer { id } }", Map.of());
        JsonNode _ = phone.ask(
                "query q($v: String) { serviceItems(filter: {text: $v}) { totalCount } }", Map.of("v", NUMBER));
        List<String> addresses = List.of(
                "/graphql?query=%7Bviewer%7Bid%7D%7D&variables="
                        + URLEncoder.encode("{\"v\": \"" + NUMBER + "\"}", StandardCharsets.UTF_8),
                "/documents/" + NUMBER + "?ticket=" + TICKET,
                "/nothing/" + NUMBER + "?who=" + PHONE);
        for (String address : addresses) {
            send("GET " + address, "Host: localhost");
        }
        send("GET /graphql", "Host: " + PHONE);
        send("M" + PHONE + " /graphql", "Host: localhost");
        send(
                "GET /graphql",
                "Host: localhost",
                "X-Forwarded-Host: " + PHONE,
                "X-Forwarded-Proto: p" + PHONE,
                "X-Forwarded-For: 203.0.113.77",
                "Forwarded: for=203.0.113.77;host=" + PHONE);
        send("GET /graphql", "Host: localhost", "Authorization: Bearer " + NUMBER);
        return 4 + addresses.size() + 4;
    }

    private void send(String what, String... headers) throws IOException {
        String request = what + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", phone.at("/").getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            byte[] _ = socket.getInputStream().readAllBytes();
        }
    }

    /// All that may be found nowhere.
    static Set<String> secrets() throws IOException {
        Set<String> values = new TreeSet<>(Set.of(NUMBER, PHONE, TICKET, "203.0.113.77", "Mozilla", "Bearer", "eyJ"));
        try (InputStream file =
                Objects.requireNonNull(Intrusions.class.getResourceAsStream("/embedded/personas.json"))) {
            for (JsonNode persona : Phone.JSON.readTree(file)) {
                persona.path("claims").properties().stream()
                        .filter(claim -> CLAIMS.contains(claim.getKey()))
                        .forEach(claim -> values.add(claim.getValue().asText()));
            }
        }
        values.addAll(answers());
        values.add(Tokens.of("enterprise-legal"));
        return values;
    }

    /// What stands in the form that was sent, and could stand nowhere by chance.
    private static Set<String> answers() throws IOException {
        JsonNode input = Phone.JSON.valueToTree(Draft.input("key", ItemFixture.LAND_PLANNING));
        return texts(input.at("/input/form"))
                .filter(text -> text.length() > 6 && !text.matches("[A-Z_]+|[0-9.-]{1,10}"))
                .collect(Collectors.toSet());
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isValueNode()
                ? Stream.of(node.asText())
                : Stream.of(node).flatMap(inner -> inner.valueStream()).flatMap(Intrusions::texts);
    }
}
