package cn.onenetwork.testing;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Asks the running service as a client would, for use in `@QuarkusTest`s:
/// `GraphQl.as("citizen").operation("CatalogueSearch", Map.of("text", "施工"))`.
///
/// An answer is the whole response: `answer.getString("data.viewer.id")`, `answer.getList("errors")`. What is
/// not there is null.
public final class GraphQl {

    private static final Path OPERATIONS = Path.of("graphql-schema", "operations");

    private static final Pattern WRONG = Pattern.compile("\"(errors|userErrors)\":\\[\\{");

    private final @Nullable String persona;
    private final String language;

    private GraphQl(@Nullable String persona, String language) {
        this.persona = persona;
        this.language = language;
    }

    /// Somebody with a real token of the embedded identity provider, such as `citizen`.
    public static GraphQl as(String persona) {
        return new GraphQl(persona, "zh-CN");
    }

    /// Somebody without a token.
    public static GraphQl anonymous() {
        return new GraphQl(null, "zh-CN");
    }

    /// The same caller with another `Accept-Language`.
    public GraphQl speaking(String otherLanguage) {
        return new GraphQl(persona, otherLanguage);
    }

    /// Sends one of the mobile app's documents, `graphql-schema/operations/<name>.graphql`.
    public JsonPath operation(String name, Map<String, ?> variables) {
        return ask(document(name), variables);
    }

    public JsonPath ask(String document) {
        return ask(document, Map.of());
    }

    public JsonPath ask(String document, Map<String, ?> variables) {
        Response response = request()
                .contentType(ContentType.JSON)
                .header("Accept-Language", language)
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql");
        JsonPath answer = response.jsonPath();
        if (WRONG.matcher(response.asString()).find()) {
            Remains.error(errors(answer));
        }
        return answer;
    }

    /// All that is said about what is wrong, and nothing of the data.
    private static String errors(JsonPath answer) {
        Map<String, Object> payloads = Objects.requireNonNullElse(answer.getMap("data"), Map.of());
        return answer.get("errors")
                + payloads.values().stream()
                        .map(payload -> payload instanceof Map<?, ?> fields ? fields.get("userErrors") : null)
                        .toList()
                        .toString();
    }

    /// Opens a socket and subscribes; close it in the end.
    public Subscription subscribe(String document, Map<String, ?> variables) {
        return Subscription.open(persona == null ? null : Tokens.of(persona), document, variables);
    }

    /// Subscribes with one of the mobile app's documents.
    public Subscription subscribeTo(String name, Map<String, ?> variables) {
        return subscribe(document(name), variables);
    }

    /// The text of one of the mobile app's documents.
    public static String document(String name) {
        try {
            return Files.readString(OPERATIONS.resolve(name + ".graphql"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private RequestSpecification request() {
        return persona == null
                ? RestAssured.given()
                : RestAssured.given().auth().oauth2(Tokens.of(persona));
    }
}
