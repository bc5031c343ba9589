package cn.onenetwork.edge;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.helper.FieldHelper;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Wrapper;
import io.smallrye.graphql.spi.ClassloadingService;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks an object for a property, and for nothing else.
///
/// SmallRye's own fetcher first describes the field and all that is selected below it, for each property of each
/// object: that was the first entry of the profile. A property knows nothing of who asks, so nothing is lost.
final class PropertyFetcher<T> implements PlugableDataFetcher<T>, LightDataFetcher<T> {

    private final Field field;
    private final Reference owner;
    private final FieldHelper transformation;
    private final boolean asItIs;
    private @Nullable Method accessor;

    PropertyFetcher(Field field, Reference owner) {
        this.field = field;
        this.owner = owner;
        this.transformation = new FieldHelper(field);
        this.asItIs = isTakenAsItIs(field);
    }

    /// Only fields that have an accessor; SmallRye reads the others.
    static boolean isFor(Field field) {
        return field.getMethodName() != null;
    }

    /// Whether the engine can write what the accessor returns. It writes lists of any kind.
    private static boolean isTakenAsItIs(Field field) {
        Reference type = field.getReference();
        boolean sameScalar =
                type.getType() != ReferenceType.SCALAR || type.getClassName().equals(type.getGraphQLClassName());
        boolean adapted =
                field.isAdaptingWith() || field.isAdaptingTo() || type.isAdaptingWith() || type.isAdaptingTo();
        Wrapper wrapper = field.getWrapper();
        return sameScalar && !adapted && (wrapper == null || wrapper.isCollection() && wrapper.getWrapper() == null);
    }

    @Override
    public T get(DataFetchingEnvironment environment) throws Exception {
        return value(environment.getSource(), () -> environment);
    }

    @Override
    public T get(GraphQLFieldDefinition definition, Object source, Supplier<DataFetchingEnvironment> environment)
            throws Exception {
        return value(source, environment);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a field that may be null is null
    private T value(@Nullable Object source, Supplier<DataFetchingEnvironment> environment) throws Exception {
        Object value = property(Objects.requireNonNull(source));
        return (T) (asItIs || value == null ? value : transformed(value, environment));
    }

    private @Nullable Object property(Object source) throws Exception {
        try {
            return accessor().invoke(source);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    private Object transformed(Object value, Supplier<DataFetchingEnvironment> environment)
            throws AbstractDataFetcherException {
        return transformation.transformOrAdaptResponse(value, environment.get());
    }

    /// Looked up when it is first asked for, by the class loader of the application.
    private Method accessor() throws NoSuchMethodException {
        Method known = accessor;
        if (known == null) {
            known = ClassloadingService.get().loadClass(owner.getClassName()).getMethod(field.getMethodName());
            accessor = known;
        }
        return known;
    }
}
