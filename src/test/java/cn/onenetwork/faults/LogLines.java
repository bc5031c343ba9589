package cn.onenetwork.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.time.Instant;
import java.util.List;

/// What a service has printed, as whoever collects its log reads it: each line by itself.
///
/// @param all in their order
record LogLines(List<JsonNode> all) {

    private static final ObjectReader ONE =
            Phone.JSON.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static LogLines of(String printed) {
        return new LogLines(printed.lines().map(LogLines::parsed).toList());
    }

    private static JsonNode parsed(String line) {
        try {
            JsonNode object = ONE.readValue(line);
            assertThat(object.isObject()).as("an object: %s", line).isTrue();
            assertThat(Instant.parse(object.path("timestamp").asText())).isNotNull();
            for (String field : List.of("level", "loggerName", "message")) {
                assertThat(object.path(field).isTextual())
                        .as("%s in %s", field, line)
                        .isTrue();
            }
            return object;
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("no JSON: " + line, malformed);
        }
    }

    /// The one line in whose message that stands.
    JsonNode with(String part) {
        List<JsonNode> found = all.stream()
                .filter(line -> line.path("message").asText().contains(part))
                .toList();
        assertThat(found).as("with %s", part).hasSize(1);
        return found.getFirst();
    }
}
