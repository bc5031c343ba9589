package cn.onenetwork.authorization;

import cn.onenetwork.testing.Filing;
import cn.onenetwork.testing.GraphQl;
import cn.onenetwork.testing.Subscription;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// Subscriptions over real sockets.
final class Streams {

    private static final String ONE =
            "{ cursor caseId caseNo sequence kind from to at actor note dueOn clockEffect id }";
    private static final String ALL = "subscription($after: String) { myCasesProgressed(after: $after) " + ONE + " }";
    private static final long SETTLE_MILLIS = 500;

    /// Who can make something happen to which case: the mutation, and whether it is a decision of an officer.
    private static final Map<String, List<String>> STIRRED_BY = Map.of(
            "draft", List.of("citizen", "caseDraftSave"),
            "filed", List.of("officer-hightech", "caseClaim"),
            "company-draft", List.of("enterprise-legal", "caseDraftSave"),
            "company", List.of("reviewer-hightech", "caseClaim"),
            "rival", List.of("enterprise-other", "caseDraftSave"),
            "bonded", List.of("reviewer-cbz", "caseClaim"));

    private final Stage stage;
    private final BiConsumer<String, String> witness;

    Streams(Stage stage, BiConsumer<String, String> witness) {
        this.stage = stage;
        this.witness = witness;
    }

    /// The first answer about each prepared case, by id and by number.
    ///
    /// @return by row
    Map<String, Reply> ofOneCase(String persona) {
        Map<String, Reply> replies = new LinkedHashMap<>();
        for (Subject subject : stage.all()) {
            replies.put(
                    "Subscription.caseProgressed(id) " + subject.name(),
                    first(persona, "$key: ID", "id", subject.id()));
            if (subject.caseNo() != null) {
                replies.put(
                        "Subscription.caseProgressed(caseNo) " + subject.name(),
                        first(persona, "$key: String", "caseNo", subject.caseNo()));
            }
        }
        return replies;
    }

    private Reply first(String persona, String declared, String argument, String value) {
        String document = "subscription(" + declared + ") { caseProgressed(" + argument + ": $key, afterSequence: 0) "
                + ONE + " }";
        try (Subscription stream = open(persona, document, Map.of("key", value))) {
            JsonNode response = json(stream.next());
            witness.accept(persona, response.toString());
            return Reply.of(response, "caseProgressed");
        } catch (CompletionException closed) {
            return Reply.of(
                    Door.JSON
                            .createObjectNode()
                            .set(
                                    "errors",
                                    Door.JSON
                                            .createArrayNode()
                                            .add(Door.JSON
                                                    .createObjectNode()
                                                    .set(
                                                            "extensions",
                                                            Door.JSON
                                                                    .createObjectNode()
                                                                    .put("code", "closed")))),
                    "caseProgressed");
        }
    }

    /// Whom live events of which case reach, where all listen at once and something happens to each case.
    ///
    /// @param after a cursor that one of them was given
    /// @return by row and persona
    Map<String, Map<String, String>> ofAllCases(List<String> personas, String after) throws InterruptedException {
        Map<String, Subscription> streams = new LinkedHashMap<>();
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (String subject : STIRRED_BY.keySet().stream().sorted().toList()) {
            rows.put("Subscription.myCasesProgressed " + subject, new LinkedHashMap<>());
        }
        try {
            for (String persona : personas) {
                try {
                    streams.put(persona, open(persona, ALL, Map.of("after", after)));
                } catch (CompletionException closed) {
                    rows.values().forEach(row -> row.put(persona, "closed"));
                }
            }
            stir();
            Thread.sleep(SETTLE_MILLIS);
            streams.forEach((persona, stream) -> told(persona, stream.pending(), rows));
        } finally {
            streams.values().forEach(Subscription::close);
        }
        return rows;
    }

    /// Something happens to each case; then to a case of the applicants' and of each tenant again, so that whoever
    /// gets that has got what came before.
    private void stir() {
        for (Subject subject : stage.subjects()) {
            List<String> stirred = STIRRED_BY.get(subject.name());
            if (stirred != null && stirred.getLast().equals("caseDraftSave")) {
                JsonPath _ = Filing.mutate(
                        stirred.getFirst(),
                        "caseDraftSave",
                        Map.of("idempotencyKey", Filing.key(), "id", subject.id(), "form", Map.of()));
            } else if (stirred != null) {
                JsonPath _ = Filing.officer(stirred.getFirst(), stirred.getLast(), subject.id());
            }
        }
    }

    private void told(String persona, List<JsonPath> answers, Map<String, Map<String, String>> rows) {
        List<JsonNode> responses = answers.stream().map(Streams::json).toList();
        responses.forEach(response -> witness.accept(persona, response.toString()));
        Set<String> cases = responses.stream()
                .map(response -> response.path("data")
                        .path("myCasesProgressed")
                        .path("caseId")
                        .asText())
                .collect(Collectors.toSet());
        String otherwise = responses.stream()
                .filter(response -> response.has("errors"))
                .map(response -> Reply.of(response, "myCasesProgressed").verdict())
                .findFirst()
                .orElse("-");
        for (Subject subject : stage.subjects()) {
            Map<String, String> row = rows.get("Subscription.myCasesProgressed " + subject.name());
            if (row != null) {
                row.put(persona, cases.contains(subject.id()) ? "told" : otherwise);
            }
        }
    }

    private static Subscription open(String persona, String document, Map<String, ?> variables) {
        GraphQl client = persona.equals(Cast.ANONYMOUS) ? GraphQl.anonymous() : GraphQl.as(persona);
        return client.subscribe(document, variables);
    }

    private static JsonNode json(JsonPath answer) {
        try {
            return Door.JSON.readTree(answer.prettify());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
