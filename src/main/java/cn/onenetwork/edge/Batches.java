package cn.onenetwork.edge;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.bootstrap.DataFetcherFactory;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.dataloader.BatchLoaderWithContext;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/// The fields that are read for many objects at once.
///
/// SmallRye makes a loader for each of them for each request, and looks each method up anew. Here the methods are
/// looked up once, and a request gets the loaders of the fields that it asks for.
final class Batches {

    private final Map<FieldCoordinates, String> fields = new LinkedHashMap<>();
    private final Map<String, BatchLoaderWithContext<Object, Object>> batches = new HashMap<>();

    /// @throws IllegalArgumentException where a batched field has arguments: all objects would get what was asked
    ///     for the first
    Batches(Schema model) {
        DataFetcherFactory fetchers = new DataFetcherFactory();
        for (Operation operation : model.getBatchOperations()) {
            FieldCoordinates field =
                    FieldCoordinates.coordinates(operation.getSourceFieldOn().getName(), operation.getName());
            if (!operation.getArguments().stream().allMatch(Argument::isSourceArgument)) {
                throw new IllegalArgumentException("a batched field has arguments: " + field);
            }
            fields.put(field, field.toString());
            batches.put(field.toString(), fetchers.getSourceBatchLoader(operation, null));
        }
    }

    /// The same schema, with those fields read by these loaders.
    GraphQLSchema in(GraphQLSchema schema) {
        GraphQLCodeRegistry registry = schema.getCodeRegistry()
                .transform(code -> fields.forEach((field, name) -> {
                    var _ = code.dataFetcher(field, loading(name));
                }));
        return schema.transformWithoutTypes(same -> {
            var _ = same.codeRegistry(registry);
        });
    }

    private static DataFetcher<?> loading(String name) {
        return environment -> {
            DataLoader<Object, Object> loader = Objects.requireNonNull(environment.getDataLoader(name));
            return loader.load(Objects.requireNonNull(environment.getSource()), environment);
        };
    }

    /// The loaders of one request.
    DataLoaderRegistry ofRequest() {
        return new Registry();
    }

    private final class Registry extends DataLoaderRegistry {

        @Override
        @SuppressWarnings("unchecked")
        public <K, V> @Nullable DataLoader<K, V> getDataLoader(String name) {
            DataLoader<?, ?> known = dataLoaders.get(name);
            return (DataLoader<K, V>) (known == null ? begun(name) : known);
        }

        private @Nullable DataLoader<?, ?> begun(String name) {
            BatchLoaderWithContext<Object, Object> batch = batches.get(name);
            if (batch == null) {
                return null;
            }
            DataLoader<?, ?> loader =
                    DataLoaderFactory.newDataLoader(name, batch, DataLoaderOptions.newDefaultOptions());
            var _ = register(name, loader);
            return loader;
        }
    }
}
