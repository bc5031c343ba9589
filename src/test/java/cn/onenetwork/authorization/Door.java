package cn.onenetwork.authorization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// The service as everybody reaches it: over HTTP, many root fields in a document, as many as its limits let
/// through.
final class Door {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final int QUERIES = 20;
    private static final int MUTATIONS = 10;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;
    private final BiConsumer<String, String> witness;

    /// @param witness is told each persona and each whole response
    Door(URI endpoint, BiConsumer<String, String> witness) {
        this.endpoint = endpoint;
        this.witness = witness;
    }

    /// The answers to queries, in their order.
    List<Reply> query(String persona, List<Question> questions) {
        return inParts(persona, "query", questions, QUERIES);
    }

    /// The answers to mutations, which are done in their order.
    List<Reply> mutate(String persona, List<Question> questions) {
        return inParts(persona, "mutation", questions, MUTATIONS);
    }

    private List<Reply> inParts(String persona, String operation, List<Question> questions, int most) {
        List<Reply> replies = new ArrayList<>();
        for (int from = 0; from < questions.size(); from += most) {
            replies.addAll(ask(persona, operation, questions.subList(from, Math.min(from + most, questions.size()))));
        }
        return replies;
    }

    /// In halves, where it costs too much at once.
    private List<Reply> ask(String persona, String operation, List<Question> questions) {
        JsonNode response = post(persona, operation, questions);
        String code = Reply.code(response.path("errors").path(0));
        if (code.equals("COST_EXCEEDED") && questions.size() > 1) {
            int half = questions.size() / 2;
            List<Reply> replies = new ArrayList<>(ask(persona, operation, questions.subList(0, half)));
            replies.addAll(ask(persona, operation, questions.subList(half, questions.size())));
            return replies;
        }
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            replies.add(Reply.of(response, "q" + i));
        }
        return replies;
    }

    private JsonNode post(String persona, String operation, List<Question> questions) {
        StringBuilder fields = new StringBuilder();
        List<String> declared = new ArrayList<>();
        Map<String, Object> variables = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            String alias = "q" + i;
            fields.append(question.text(alias)).append('\n');
            question.arguments().forEach((name, value) -> {
                String variable = Question.variable(alias, name);
                declared.add("$" + variable + ": "
                        + GraphQLTypeUtil.simplePrint(
                                question.field().getArgument(name).getType()));
                variables.put(variable, value);
            });
        }
        String signature = declared.isEmpty() ? "" : "(" + String.join(", ", declared) + ")";
        return post(persona, operation + signature + " {\n" + fields + "}", variables);
    }

    JsonNode post(String persona, String document, Map<String, Object> variables) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                    .header("Content-Type", "application/json")
                    .header("Accept-Language", "en")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            JSON.writeValueAsString(Map.of("query", document, "variables", variables))));
            Cast.token(persona).ifPresent(token -> request.header("Authorization", "Bearer " + token));
            String body = http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            witness.accept(persona, body);
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException("not JSON", noJson);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
