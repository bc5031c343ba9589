package cn.onenetwork.platform;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import org.dataloader.BatchLoader;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;

/// Batches a nested field that has arguments, per set of arguments.
///
/// A batched `@Source` method would use the arguments of its first key for all keys, so that two aliases of one
/// field would get each other's rows. Here the arguments are part of the loader's name; the loader lives as
/// long as the request.
public final class Loaders<K, V> {

    private final DataLoader<K, V> loader;

    private Loaders(DataLoader<K, V> loader) {
        this.loader = loader;
    }

    /// The loader of this field with these arguments, in this request.
    ///
    /// @param arguments with a `toString` that tells any two sets of arguments apart, e.g. a record
    /// @param batch     one value per key, in the order of the keys
    public static <K, V> Loaders<K, V> of(
            Context context, String field, Object arguments, Function<List<K>, Uni<List<V>>> batch) {
        BatchLoader<K, V> load = keys -> batch.apply(keys).subscribeAsCompletionStage();
        return new Loaders<>(context.unwrap(DataFetchingEnvironment.class)
                .getDataLoaderRegistry()
                .computeIfAbsent(field + arguments, name -> DataLoaderFactory.newDataLoader(name, load)));
    }

    /// The value of a key, together with all others that are asked for at this level of the document.
    public Uni<V> load(K key) {
        return Uni.createFrom().completionStage(loader.load(key));
    }
}
