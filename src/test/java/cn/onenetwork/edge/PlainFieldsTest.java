package cn.onenetwork.edge;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A schema in which `secret` has a resolver, which may look at who asks, and all else is a property.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlainFieldsTest {

    private static final GraphQLSchema SCHEMA = new SchemaGenerator()
            .makeExecutableSchema(
                    new SchemaParser().parse("""
                            type Query { event: Event }
                            type Subscription { told(after: Int): Event, counted: Int }
                            type Event { id: ID, thing: Thing }
                            type Thing { name: String, secret: String }
                            """),
                    RuntimeWiring.newRuntimeWiring()
                            .type("Thing", type -> type.dataFetcher("secret", (DataFetcher<?>) _ -> "it depends"))
                            .build());

    private final PlainFields plain = new PlainFields(SCHEMA);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subscription { told { id } }",
                "subscription { told(after: 1) { __typename thing { name } } }",
                "subscription { counted }",
                "subscription { told { ...event } } fragment event on Event { thing { ... on Thing { name } } }",
                "subscription { ...root } fragment root on Subscription { told { id } }"
            })
    void properties_are_the_same_for_everybody(String document) {
        assertThat(plain.areAllBelow(chosen(document))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subscription { told { id thing { secret } } }",
                "subscription { told { thing { name ... { other: secret } } } }",
                "subscription { told { ...event } } fragment event on Event { thing { ...thing } }"
                        + " fragment thing on Thing { secret }",
                "subscription { ...root } fragment root on Subscription { told { thing { secret } } }"
            })
    void a_resolver_anywhere_below_is_found(String document) {
        assertThat(plain.areAllBelow(chosen(document))).isFalse();
    }

    private static Documents.Chosen chosen(String text) {
        Document document = new Parser().parseDocument(text);
        return new Documents.Chosen(
                document,
                document.getDefinitionsOfType(OperationDefinition.class).getFirst());
    }
}
