package cn.onenetwork.edge;

import graphql.GraphQLError;
import java.util.List;

/// A text that is no document, or a document that does not fit the schema.
final class InvalidDocument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<GraphQLError> errors;

    /// @param errors in the words of the engine, which may quote the client; so they are no message
    InvalidDocument(List<? extends GraphQLError> errors) {
        super(null, null, false, false);
        this.errors = List.copyOf(errors);
    }

    List<GraphQLError> errors() {
        return errors;
    }
}
