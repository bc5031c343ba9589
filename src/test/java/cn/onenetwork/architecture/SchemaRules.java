package cn.onenetwork.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import cn.onenetwork.platform.Loaders;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Source;

/// What the schema may show, and how it may ask for what is nested.
final class SchemaRules {

    private SchemaRules() {}

    static ArchRule noEntityInSight() {
        return classes()
                .that(describe(
                        "are resolvers or schema types",
                        type -> type.getPackageName().endsWith(".api") || type.isAnnotatedWith(Description.class)))
                .should(new ArchCondition<>("show no entity") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        signatures(type)
                                .flatMap(part -> part.getAllInvolvedRawTypes().stream())
                                .filter(part -> part.isAnnotatedWith(Entity.class))
                                .forEach(entity -> events.add(SimpleConditionEvent.violated(
                                        type, type.getName() + " shows the entity " + entity.getName())));
                    }
                });
    }

    /// All of a resolver; of a schema type what the engine looks at.
    private static Stream<JavaType> signatures(JavaClass type) {
        boolean resolver = type.getPackageName().endsWith(".api");
        Stream<JavaType> fields = type.getFields().stream()
                .filter(field -> resolver || !field.getModifiers().contains(JavaModifier.STATIC))
                .map(field -> field.getType());
        Stream<JavaType> units = type.getCodeUnits().stream()
                .filter(unit -> resolver || isSeen(unit))
                .flatMap(unit -> Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream()));
        return Stream.concat(fields, units);
    }

    private static boolean isSeen(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.PUBLIC)
                && !unit.getModifiers().contains(JavaModifier.STATIC);
    }

    static ArchRule listsAreBatchedWithoutArguments() {
        return methods()
                .that(haveSource(true))
                .should(hold(
                        "have no other argument and return Uni<List<..>>",
                        method -> method.getParameters().size() == 1 && returnsListOfUni(method)));
    }

    static ArchRule singlesHaveArgumentsAndALoader() {
        return methods()
                .that(haveSource(false))
                .should(hold(
                        "have further arguments and use Loaders",
                        method -> method.getParameters().size() > 1
                                && method.getAccessesFromSelf().stream()
                                        .anyMatch(access ->
                                                access.getTargetOwner().isEquivalentTo(Loaders.class))));
    }

    private static DescribedPredicate<JavaMethod> haveSource(boolean list) {
        return describe(
                list ? "have a list as @Source" : "have a single object as @Source",
                method -> method.getParameters().stream()
                        .filter(parameter -> parameter.isAnnotatedWith(Source.class))
                        .anyMatch(parameter -> parameter.getRawType().isEquivalentTo(List.class) == list));
    }

    private static boolean returnsListOfUni(JavaMethod method) {
        return method.getRawReturnType().isEquivalentTo(Uni.class)
                && method.getReturnType() instanceof JavaParameterizedType uni
                && uni.getActualTypeArguments().getFirst().toErasure().isEquivalentTo(List.class);
    }

    private static ArchCondition<JavaMethod> hold(String what, Predicate<JavaMethod> holds) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(new SimpleConditionEvent(method, holds.test(method), method.getFullName()));
            }
        };
    }
}
