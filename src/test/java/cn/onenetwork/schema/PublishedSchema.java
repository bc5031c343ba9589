package cn.onenetwork.schema;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The golden schema, which [SchemaTest] keeps equal to the one that is served.
final class PublishedSchema {

    static final Path FILE = Path.of("graphql-schema", "schema.graphql");

    private PublishedSchema() {}

    static TypeDefinitionRegistry definitions() {
        try {
            return parsed(Files.readString(FILE));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static TypeDefinitionRegistry parsed(String sdl) {
        return new SchemaParser().parse(sdl);
    }

    /// For validation of documents.
    static GraphQLSchema schema() {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(definitions());
    }
}
