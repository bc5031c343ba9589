package cn.onenetwork.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContractTest {

    /// What was promised and is not there yet, and what brings it. When something appears, its row goes.
    private static final Map<String, String> LATER = Map.of();

    @Test
    void the_schema_keeps_every_promise() {
        assertThat(contract().breaches(PublishedSchema.definitions(), LATER.keySet()))
                .isEmpty();
    }

    @Test
    void what_comes_later_is_not_there_yet() {
        assertThat(contract().outdated(PublishedSchema.definitions(), LATER.keySet()))
                .as("rows of LATER that are there now, or that the contract does not know")
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void a_breach_is_noticed(String breach, String sdl) {
        Contract small = Contract.of(PublishedSchema.parsed("""
                type Query { page(first: Int = 20, key: String!): [Row!] }
                type Row { id: ID! kind: Kind! }
                enum Kind { A B }
                input Filter { text: String }
                """));

        assertThat(small.breaches(PublishedSchema.parsed(sdl), Set.of())).containsExactly(breach);
    }

    static Stream<Arguments> breaches() {
        String rest = "type Row { id: ID! kind: Kind! } enum Kind { A B } input Filter { text: String } ";
        String query = "type Query { page(first: Int = 20, key: String!): [Row!] } ";
        return Stream.of(
                arguments(
                        "Query.page: promised [Row!], is [Row]",
                        "type Query { page(first: Int = 20, key: String!): [Row] } " + rest),
                arguments(
                        "Query.page(first:): promised Int = 20, is Int = 50",
                        "type Query { page(first: Int = 50, key: String!): [Row!] } " + rest),
                arguments(
                        "Query.page(key:): promised String!, is missing",
                        "type Query { page(first: Int = 20): [Row!] } " + rest),
                arguments(
                        "Query.page(tenant:): not promised, but required",
                        "type Query { page(first: Int = 20, key: String!, tenant: ID!): [Row!] } " + rest),
                arguments(
                        "Row.kind: promised Kind!, is missing",
                        query + "type Row { id: ID! sort: Kind! } enum Kind { A B } input Filter { text: String }"),
                arguments(
                        "Kind.B: promised value, is missing",
                        query + "type Row { id: ID! kind: Kind! } enum Kind { A C } input Filter { text: String }"),
                arguments(
                        "Filter.tenant: not promised, but required",
                        query + "type Row { id: ID! kind: Kind! } enum Kind { A B }"
                                + " input Filter { text: String tenant: ID! }"));
    }

    @Test
    void a_row_that_is_there_or_unknown_is_noticed() {
        Contract small = Contract.of(PublishedSchema.parsed("type Query { a: Int b: Int }"));

        assertThat(small.outdated(
                        PublishedSchema.parsed("type Query { a: Int }"), Set.of("Query.a", "Query.b", "Query.c")))
                .containsExactlyInAnyOrder("Query.a", "Query.c");
    }

    private static Contract contract() {
        try (Reader contract = new InputStreamReader(
                Objects.requireNonNull(ContractTest.class.getResourceAsStream("/contract.graphql")),
                StandardCharsets.UTF_8)) {
            return Contract.of(new SchemaParser().parse(contract));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
