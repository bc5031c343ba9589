package cn.onenetwork.wrong.cases;

import graphql.schema.DataFetchingEnvironment;
import org.eclipse.microprofile.graphql.Description;

/// A schema type that knows the engine.
@Description("A schema type that knows the engine.")
public final class FetchingValue {

    public String name(DataFetchingEnvironment environment) {
        return environment.getField().getName();
    }
}
