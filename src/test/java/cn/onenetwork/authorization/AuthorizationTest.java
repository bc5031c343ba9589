package cn.onenetwork.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// Who gets what, for the whole schema: everybody asks everything, and the answers are compared with tables under
/// `src/test/resources/authorization` that people have reviewed.
///
/// The questions are made from the schema of the running service, so that nothing can be added to it without a
/// verdict: a query, an argument, a nested field, a mutation, an action. They are asked over HTTP and WebSocket by
/// every persona, by somebody without a token and by somebody with a token for another service, about a few
/// prepared cases ([Stage]). Beside the verdicts, four things hold for every answer, whatever was asked:
///
/// - it holds no secret of a case that is not the asker's to see (`cases.table`);
/// - about a case that is not the asker's to see it is the same, to the letter, as about one that does not exist;
/// - lists and counts agree with each other and hold exactly what the asker may see;
/// - a mutation that is refused leaves every table of the database as it was.
///
/// With `-Dauthorization.update` the tables are written from what everybody got. That is a proposal: read the
/// difference cell by cell. The tests run in order, because the last ones change the cases.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AuthorizationTest {

    private static final boolean UPDATE = Boolean.getBoolean("authorization.update");
    private static final Set<String> REFUSED = Set.of("401", "403", "404");

    @Inject
    GraphQLSchema schema;

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final List<String> everybody = Cast.everybody();
    private final Meanings meanings = new Meanings();
    private final Table sight = Table.read("cases.table");
    private final Set<String> leaks = new TreeSet<>();
    private Stage stage;
    private Door door;
    private Seen seen;

    @BeforeEach
    void set() {
        if (stage == null) {
            stage = Stage.set();
            door = new Door(endpoint, this::witness);
            seen = new Seen(Coordinates.nestedFields(schema), everybody);
        }
    }

    /// Every answer to anybody passes here.
    private void witness(String persona, String response) {
        for (Subject subject : stage.all()) {
            if (!sees(persona, subject)) {
                subject.secrets().stream()
                        .filter(response::contains)
                        .forEach(secret -> leaks.add("%s was told %s of the case `%s`, in: %s"
                                .formatted(persona, secret, subject.name(), around(response, secret))));
            }
        }
    }

    private static String around(String response, String secret) {
        int at = response.indexOf(secret);
        return response.substring(Math.max(0, at - 120), Math.min(response.length(), at + 60));
    }

    private boolean sees(String persona, Subject subject) {
        return "sees".equals(sight.verdict(subject.name(), persona));
    }

    @Test
    @Order(1)
    void every_argument_and_every_field_of_an_input_has_a_meaning() {
        Set<String> arguments = Coordinates.arguments(schema);
        assertThat(arguments.stream().filter(one -> !meanings.knows(one)))
                .as("what is asked for has to be known: add a row to %s/%s", Table.FOLDER, Meanings.FILE)
                .isEmpty();
        assertThat(meanings.rows().keySet())
                .as("rows of %s that nothing answers to; take them out", Meanings.FILE)
                .isSubsetOf(arguments);
        assertThat(sight.rows().keySet())
                .as("the cases that are prepared")
                .containsExactlyElementsOf(
                        stage.all().stream().map(Subject::name).toList());
        assertThat(everybody)
                .as("personas without a column in cases.table")
                .allMatch(persona -> sight.verdict("draft", persona) != null);
    }

    @Test
    @Order(2)
    void lists_and_counts_hold_exactly_what_everybody_may_see() {
        Lists lists = new Lists(door, stage);
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (GraphQLFieldDefinition field : Lists.of(schema)) {
            for (String persona : everybody) {
                lists.read(persona, field).forEach((row, verdict) -> note(rows, row, persona, verdict));
            }
        }
        assertThat(lists.complaints()).isEmpty();
        compare("lists.table", rows);
    }

    @Test
    @Order(3)
    void everybody_gets_the_verdict_of_the_table_for_every_query() {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        List<String> differences = new ArrayList<>();
        Questions all = new Questions(schema, meanings, stage);
        List<Question> questions = all.queries(all.cursors(door, everybody.reversed()));
        for (String persona : everybody) {
            List<Reply> replies = door.query(persona, questions);
            note(rows, persona, questions, replies);
            differences.addAll(differences(persona, questions, replies));
        }
        compare("queries.table", rows, differences);
    }

    @Test
    @Order(4)
    void everybody_gets_the_verdict_of_the_table_for_every_argument_of_a_nested_field() {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        NestedArguments nested = new NestedArguments(door, stage, meanings, schema);
        for (String persona : everybody) {
            nested.verdicts(persona, someCursorOfATimeline())
                    .forEach((row, verdict) -> note(rows, row, persona, verdict));
        }
        compare("nested.table", rows);
    }

    private String someCursorOfATimeline() {
        return door.post(
                        "enterprise-bonded",
                        "query($id: ID) { serviceCase(id: $id) { timeline(first: 1) { pageInfo { endCursor } } } }",
                        Map.of("id", stage.subjects().getLast().id()))
                .at("/data/serviceCase/timeline/pageInfo/endCursor")
                .asText();
    }

    @Test
    @Order(5)
    void everybody_gets_the_verdict_of_the_table_for_every_subscription() throws InterruptedException {
        assertThat(Coordinates.fields(schema.getSubscriptionType()))
                .as("subscriptions that Streams knows; teach it the new one")
                .containsExactly("Subscription.caseProgressed", "Subscription.myCasesProgressed");
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        Streams streams = new Streams(stage, this::witness);
        for (String persona : everybody) {
            Map<String, Reply> replies = streams.ofOneCase(persona);
            replies.forEach((row, reply) -> note(rows, row, persona, reply.verdict()));
            for (Subject subject : stage.subjects()) {
                if (!sees(persona, subject)) {
                    assertThat(shape(replies, subject)).isEqualTo(shape(replies, stage.unknown()));
                }
            }
        }
        rows.putAll(streams.ofAllCases(everybody, newestCursor()));
        compare("subscriptions.table", rows);
    }

    private static String shape(Map<String, Reply> replies, Subject subject) {
        return replies.get("Subscription.caseProgressed(id) " + subject.name()).shape();
    }

    private String newestCursor() {
        return door.post("auditor", "{ caseEvents(first: 100) { pageInfo { endCursor } } }", Map.of())
                .at("/data/caseEvents/pageInfo/endCursor")
                .asText();
    }

    @Test
    @Order(6)
    void everybody_gets_the_verdict_of_the_table_for_every_mutation() {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        List<String> differences = new ArrayList<>();
        Commands commands = new Commands(schema, meanings, stage);
        for (String persona : everybody) {
            List<Question> questions = commands.onAStaleVersion();
            List<Reply> replies = door.mutate(persona, questions);
            note(rows, persona, questions, replies);
            differences.addAll(differences(persona, questions, replies));
        }
        compare("mutations.table", rows, differences);
    }

    @Test
    @Order(7)
    void a_mutation_that_is_refused_changes_nothing_even_on_the_version_that_is_there() {
        Table table = Table.read("mutations.table");
        Commands commands = new Commands(schema, meanings, stage);
        Map<String, String> before = Everything.digests();
        for (String persona : everybody) {
            List<Question> questions = commands.onTheVersionThatIsThere().stream()
                    .filter(question -> REFUSED.contains(String.valueOf(table.verdict(question.row(), persona))))
                    .toList();
            List<Reply> replies = door.mutate(persona, questions);

            assertThat(differences(persona, questions, replies)).isEmpty();
            for (int i = 0; i < questions.size(); i++) {
                assertThat(replies.get(i).verdict())
                        .as("%s by %s", questions.get(i).row(), persona)
                        .isEqualTo(table.verdict(questions.get(i).row(), persona));
            }
            assertThat(Everything.digests())
                    .as("the tables of the database, after %s was refused", persona)
                    .isEqualTo(before);
        }
    }

    @Test
    @Order(8)
    void somebody_elses_document_is_answered_like_one_that_does_not_exist() {
        Commands commands = new Commands(schema, meanings, stage);
        for (String persona : everybody) {
            Subject own = stage.subjects().stream()
                    .filter(subject -> sees(persona, subject))
                    .findFirst()
                    .orElse(stage.unknown());
            List<String> none = shapes(door.mutate(persona, commands.withDocument(own, stage.unknown())));
            for (Subject foreign : stage.subjects()) {
                if (!sees(persona, foreign)) {
                    assertThat(shapes(door.mutate(persona, commands.withDocument(own, foreign))))
                            .as("%s with a document of `%s` in the case `%s`", persona, foreign.name(), own.name())
                            .isEqualTo(none);
                }
            }
        }
    }

    private static List<String> shapes(List<Reply> replies) {
        return replies.stream().map(Reply::shape).toList();
    }

    @Test
    @Order(9)
    void everybody_sees_of_every_nested_field_what_the_table_says() {
        compare("fields.table", seen.rows());
    }

    @Test
    @Order(10)
    void nobody_is_offered_an_action_that_is_refused() {
        Table table = Table.read("mutations.table");
        Question asked = new Question(
                "", schema.getQueryType().getFieldDefinition("serviceCase"), Map.of(), "{ allowedActions }");
        for (String persona : everybody) {
            for (Subject subject : stage.subjects()) {
                Question question = new Question("", asked.field(), Map.of("id", subject.id()), asked.selection());
                door.query(persona, List.of(question))
                        .getFirst()
                        .data()
                        .path("allowedActions")
                        .forEach(action -> assertThat(table.verdict(
                                        Coordinates.mutation(schema, action.asText()) + " " + subject.name(), persona))
                                .as("%s is offered %s on `%s`", persona, action.asText(), subject.name())
                                .isNotNull()
                                .isNotIn(REFUSED));
            }
        }
        assertThat(Coordinates.actions(schema))
                .as("actions without a mutation")
                .allMatch(action -> Coordinates.mutation(schema, action).startsWith("Mutation."));
    }

    @Test
    @Order(11)
    void nobody_was_told_anything_of_a_case_that_is_not_theirs_to_see() {
        assertThat(leaks).isEmpty();
    }

    private void note(
            Map<String, Map<String, String>> rows, String persona, List<Question> questions, List<Reply> replies) {
        for (int i = 0; i < questions.size(); i++) {
            note(rows, questions.get(i).row(), persona, replies.get(i).verdict());
            seen.look(persona, questions.get(i).field().getType(), replies.get(i));
        }
    }

    private static void note(Map<String, Map<String, String>> rows, String row, String persona, String verdict) {
        String _ = rows.computeIfAbsent(row, _ -> new LinkedHashMap<>()).put(persona, verdict);
    }

    /// Where somebody could tell a case of others from one that does not exist.
    private List<String> differences(String persona, List<Question> questions, List<Reply> replies) {
        Map<String, String> shapes = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            shapes.put(questions.get(i).row(), replies.get(i).shape());
        }
        String nobodys = " " + stage.unknown().name();
        return stage.subjects().stream()
                .filter(subject -> !sees(persona, subject))
                .flatMap(subject -> shapes.keySet().stream()
                        .filter(row -> row.endsWith(" " + subject.name()))
                        .filter(row -> !shapes.get(row).equals(shapes.get(row.replace(" " + subject.name(), nobodys))))
                        .map(row -> "%s can tell by %s that there is something: %s"
                                .formatted(persona, row, shortened(shapes.get(row)))))
                .collect(Collectors.toList());
    }

    private static String shortened(String shape) {
        return shape.substring(0, Math.min(shape.length(), 60));
    }

    private static void compare(String file, Map<String, Map<String, String>> actual) {
        compare(file, actual, List.of());
    }

    private static void compare(String file, Map<String, Map<String, String>> actual, List<String> differences) {
        Table table = Table.read(file);
        if (UPDATE) {
            table.proposal(actual).write(file);
        }
        List<String> complaints = new ArrayList<>(UPDATE ? List.of() : table.complaints(file, actual));
        complaints.addAll(differences);
        assertThat(complaints).as(file).isEmpty();
    }
}
