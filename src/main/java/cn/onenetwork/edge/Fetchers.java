package cn.onenetwork.edge;

import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.DataFetcherService;
import org.jspecify.annotations.Nullable;

/// What SmallRye resolves fields with while it builds the schema: ours, where they do the same with less. Public,
/// because it is found by its name.
@SuppressWarnings({"rawtypes", "NullAway"}) // as the interface has it; null leaves the field to the next one
public final class Fetchers implements DataFetcherService {

    /// Before those of Quarkus, which say 1.
    private static final int FIRST = 0;

    @Override
    public Integer getPriority() {
        return FIRST;
    }

    @Override
    public @Nullable PlugableDataFetcher getFieldDataFetcher(Field field, Type type, Reference owner) {
        return PropertyFetcher.isFor(field) ? new PropertyFetcher<>(field, owner) : null;
    }

    @Override
    public PlugableBatchableDataFetcher getUniDataFetcher(Operation operation, Type type) {
        return new ResolverFetcher<>(operation, type);
    }
}
