package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.cases.CaseEventKind;
import cn.onenetwork.cases.CaseEventView;
import cn.onenetwork.cases.CaseStatus;
import cn.onenetwork.cases.ClockEffect;
import cn.onenetwork.identity.AccountKind;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RenderingsTest {

    private static final String DOCUMENT = """
            subscription Progress($id: ID, $after: Int, $long: Boolean = false) {
              news: caseProgressed(id: $id, afterSequence: $after) { sequence kind dueOn at ...more }
            }
            fragment more on CaseEvent { note @include(if: $long) to }
            """;

    @Inject
    Renderings renderings;

    @Inject
    Documents documents;

    @Inject
    GraphQLSchema schema;

    @Test
    void an_event_is_written_as_the_document_asks() {
        assertThat(rendering("{\"id\":\"1\"}", Locale.ENGLISH).text(event("a note")))
                .isEqualTo("""
                {"data":{"news":{"sequence":3,"kind":"ACCEPTED","dueOn":"2026-03-02","at":"2026-02-24T01:00:00Z",\
                "to":"UNDER_REVIEW"}}}""");
        assertThat(rendering("{\"id\":\"1\",\"long\":true}", Locale.ENGLISH).text(event("说\"明")))
                .contains("\"note\":\"说\\\"明\"");
    }

    @Test
    void subscribers_of_different_cases_share_what_is_written() {
        Rendering one = rendering("{\"id\":\"1\"}", Locale.ENGLISH);

        assertThat(rendering("{\"id\":\"2\",\"after\":7}", Locale.ENGLISH)).isSameAs(one);
        assertThat(one.text(event("a"))).isSameAs(one.text(event("a"))).isEqualTo(one.text(event("b")));
    }

    @Test
    void whoever_selects_otherwise_or_speaks_otherwise_does_not() {
        Rendering one = rendering("{\"id\":\"1\"}", Locale.ENGLISH);

        assertThat(rendering("{\"id\":\"1\",\"long\":true}", Locale.ENGLISH)).isNotSameAs(one);
        assertThat(rendering("{\"id\":\"1\"}", Locale.SIMPLIFIED_CHINESE)).isNotSameAs(one);
    }

    @Test
    void every_field_of_an_event_can_be_shared() {
        String all = schema.getObjectType("CaseEvent").getFieldDefinitions().stream()
                .map(GraphQLFieldDefinition::getName)
                .collect(Collectors.joining(" "));
        String document = "subscription { myCasesProgressed { " + all + " } }";
        JsonObject parameters =
                Json.createObjectBuilder().add("query", document).build();

        assertThat(renderings.of(
                        documents.operation(document, null, Locale.ENGLISH),
                        GraphQLRequest.of(parameters, Locale.ENGLISH),
                        Locale.ENGLISH))
                .isNotNull();
    }

    private Rendering rendering(String variables, Locale locale) {
        JsonObject parameters = Json.createObjectBuilder()
                .add("query", DOCUMENT)
                .add("variables", GraphQLRequest.parse(variables, "variables", locale))
                .build();
        return renderings.of(
                documents.operation(DOCUMENT, null, locale), GraphQLRequest.of(parameters, locale), locale);
    }

    private static CaseEventView event(String note) {
        return new CaseEventView(
                "1",
                "cursor",
                "case",
                null,
                3,
                CaseEventKind.ACCEPTED,
                CaseStatus.RECEIVED,
                CaseStatus.UNDER_REVIEW,
                Instant.parse("2026-02-24T01:00:00Z"),
                AccountKind.STAFF,
                note,
                LocalDate.of(2026, 3, 2),
                ClockEffect.values()[0]);
    }
}
