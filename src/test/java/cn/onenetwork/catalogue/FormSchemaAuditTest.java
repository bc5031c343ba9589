package cn.onenetwork.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FormSchemaAuditTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "true",
                "[]",
                "{}",
                "{\"type\": \"string\"}",
                "{\"type\": \"object\"} x",
                "{\"type\": \"object\", \"type\": \"object\"}"
            })
    void Only_a_document_that_describes_an_object_is_a_form(String json) {
        assertThatExceptionOfType(FormSchema.Broken.class).isThrownBy(() -> FormSchema.of(json, CLOCK));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'type': 'object', '$schema': 'http://json-schema.org/draft-07/schema#' | /$schema",
                "'type': 'object', 'requierd': ['a'] | /requierd",
                "'type': 'object', 'properties': {'a': {'type': 'strin'}} | /properties/a/type",
                "'type': 'object', 'properties': {'a': {'maximum': '5'}} | /properties/a/maximum",
                "'type': 'object', 'properties': {'a': {'format': 'phone'}} | /properties/a/format",
                "'type': 'object', 'properties': {'a': {'pattern': '('}} | ``",
                "'type': 'object', 'properties': {'a': 5} | /properties/a",
                "'type': 'object', 'properties': {'a': {'$id': 'urn:x'}} | /properties/a/$id",
                "'type': 'object', 'properties': {'a': {'id': 'urn:x'}} | /properties/a/id",
                "'type': 'object', 'properties': {'a': {'$dynamicRef': '#x'}} | /properties/a/$dynamicRef",
                "'type': 'object', 'properties': {'a': {'$ref': '#/$defs/none'}} | /properties/a/$ref",
                "'type': 'object', 'properties': {'a': {'$ref': '#anchor'}} | /properties/a/$ref",
                "'type': 'object', 'properties': {'a': {'$ref': 'other.json'}} | /properties/a/$ref",
                "'type': 'object', 'properties': {'a': {'$ref': 'https://json-schema.org/draft/2020-12/schema'}} |"
                        + " /properties/a/$ref",
                "'type': 'object', 'properties': {'a': {'$ref': 'classpath:/catalogue/items.json'}} |"
                        + " /properties/a/$ref"
            })
    void The_place_of_the_fault_is_told(String members, String pointer) {
        assertThatExceptionOfType(FormSchema.Broken.class)
                .isThrownBy(() -> FormSchema.of("{" + members.replace('\'', '"') + "}", CLOCK))
                .satisfies(broken -> assertThat(broken.pointer()).isEqualTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'properties': {'a': {'$ref': '#'}}",
                "'$ref': '#'",
                "'$defs': {'a': {'$ref': '#/$defs/b'}, 'b': {'$ref': '#/$defs/a'}}"
            })
    void A_reference_in_a_circle_is_refused(String members) {
        assertThatExceptionOfType(FormSchema.Broken.class)
                .isThrownBy(() -> FormSchema.of(
                        "{'type': 'object', %s}".formatted(members).replace('\'', '"'), CLOCK));
    }

    @Test
    void References_that_multiply_are_refused_quickly() {
        StringBuilder defs = new StringBuilder("'d0': {'type': 'string'}");
        for (int i = 1; i < 40; i++) {
            String ref = "{'$ref': '#/$defs/d" + (i - 1) + "'}";
            defs.append(", 'd%d': {'allOf': [%s, %s]}".formatted(i, ref, ref));
        }
        String json = "{'type': 'object', '$defs': {%s}}".formatted(defs).replace('\'', '"');
        assertThatExceptionOfType(FormSchema.Broken.class).isThrownBy(() -> FormSchema.of(json, CLOCK));
    }

    @Test
    void Nothing_is_ever_fetched(@TempDir Path folder) throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        Path file = Files.writeString(folder.resolve("s.json"), "{\"type\": \"string\"}");
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/s.json";
            for (String outside : List.of(address, address + "#/a", file.toUri().toString())) {
                for (String keyword : List.of("$ref", "$schema", "$dynamicRef")) {
                    Map<String, Object> schema = Map.of("type", "object", keyword, outside);
                    assertThatExceptionOfType(FormSchema.Broken.class).isThrownBy(() -> FormSchema.of(schema, CLOCK));
                }
            }
        } finally {
            server.stop(0);
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void Words_that_only_look_like_keywords_are_left_alone() {
        assertThatCode(() -> FormSchema.of("""
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://example.org/form",
             "type": "object", "x-anything": {"requierd": 1}, "default": {"$ref": "http://x"},
             "properties": {"requierd": {"const": {"pattern": "("}}, "$ref": {"type": "string"}}}\
            """, CLOCK)).doesNotThrowAnyException();
    }
}
