package cn.onenetwork.edge;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import io.quarkus.smallrye.graphql.runtime.spi.datafetcher.QuarkusUniDataFetcher;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;

/// Calls a resolver that answers with a `Uni`, as Quarkus does, but without describing the field and all that is
/// selected below it first. A resolver that takes a `Context` finds the environment in it, and no description.
final class ResolverFetcher<K, T> extends QuarkusUniDataFetcher<K, T> {

    ResolverFetcher(Operation operation, Type type) {
        super(operation, type);
    }

    @Override
    public T get(DataFetchingEnvironment environment) throws Exception {
        DataFetcherResult.Builder<Object> result =
                DataFetcherResult.newResult().localContext(environment.getGraphQlContext());
        SmallRyeContext here = here(environment);
        SmallRyeContextManager.restore(here);
        try {
            Object[] arguments = argumentHelper.getArguments(environment).toArray();
            return invokeAndTransform(here, environment, result, arguments);
        } catch (AbstractDataFetcherException unfit) {
            var _ = unfit.appendDataFetcherResult(result, environment);
            return invokeFailure(result);
        } finally {
            SmallRyeContextManager.clearCurrentSmallRyeContext();
        }
    }

    private static SmallRyeContext here(DataFetchingEnvironment environment) {
        SmallRyeContext asked = environment.getGraphQlContext().get(SmallRyeContextManager.CONTEXT);
        SmallRyeContext here = asked.clone();
        here.setDataFetchingEnvironment(environment);
        return here;
    }

    @Override
    public CompletionStage<List<T>> load(List<K> keys, BatchLoaderEnvironment environment) {
        return environment.getKeyContextsList().getFirst() instanceof DataFetchingEnvironment first
                ? invokeBatch(first, new Object[] {keys})
                : super.load(keys, environment);
    }
}
