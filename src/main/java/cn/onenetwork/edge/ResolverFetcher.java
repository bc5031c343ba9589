package cn.onenetwork.edge;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import io.quarkus.smallrye.graphql.runtime.spi.datafetcher.QuarkusUniDataFetcher;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;

/// Calls a resolver that answers with a `Uni`, as Quarkus does, but describes the field and all that is selected
/// below it only to resolvers that ask for the description: those with a `Context` among their parameters.
final class ResolverFetcher<K, T> extends QuarkusUniDataFetcher<K, T> {

    private final boolean described;

    ResolverFetcher(Operation operation, Type type) {
        super(operation, type);
        this.described =
                Arrays.asList(operationInvoker.getMethod().getParameterTypes()).contains(Context.class);
    }

    @Override
    public T get(DataFetchingEnvironment environment) throws Exception {
        return described ? super.get(environment) : called(environment);
    }

    private T called(DataFetchingEnvironment environment) throws Exception {
        DataFetcherResult.Builder<Object> result =
                DataFetcherResult.newResult().localContext(environment.getGraphQlContext());
        Context asked = Objects.requireNonNull(environment.getGraphQlContext().get(SmallRyeContextManager.CONTEXT));
        try {
            Object[] arguments = argumentHelper.getArguments(environment).toArray();
            return invokeAndTransform(asked, environment, result, arguments);
        } catch (AbstractDataFetcherException unfit) {
            var _ = unfit.appendDataFetcherResult(result, environment);
            return invokeFailure(result);
        }
    }

    @Override
    public CompletionStage<List<T>> load(List<K> keys, BatchLoaderEnvironment environment) {
        return environment.getKeyContextsList().getFirst() instanceof DataFetchingEnvironment first
                ? invokeBatch(first, new Object[] {keys})
                : super.load(keys, environment);
    }
}
