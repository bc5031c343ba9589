package cn.onenetwork.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.wrong.cases.AnnotatedSession;
import cn.onenetwork.wrong.cases.EntityView;
import cn.onenetwork.wrong.cases.Feature;
import cn.onenetwork.wrong.cases.FetchingValue;
import cn.onenetwork.wrong.cases.Impatient;
import cn.onenetwork.wrong.cases.InnerWork;
import cn.onenetwork.wrong.cases.OpensASession;
import cn.onenetwork.wrong.cases.OuterWork;
import cn.onenetwork.wrong.cases.OwnTime;
import cn.onenetwork.wrong.cases.ReactiveRule;
import cn.onenetwork.wrong.cases.SchemaRule;
import cn.onenetwork.wrong.newcomer.Stranger;
import cn.onenetwork.wrong.platform.KnowsAFeature;
import cn.onenetwork.wrong.progress.KnowsAnApi;
import cn.onenetwork.wrong.review.api.EntityLeak;
import cn.onenetwork.wrong.review.api.ListSourceWithArgument;
import cn.onenetwork.wrong.review.api.SourceWithoutArguments;
import cn.onenetwork.wrong.review.api.SourceWithoutLoader;
import cn.onenetwork.wrong.review.api.WorkingResolver;
import com.google.errorprone.annotations.CheckReturnValue;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArchitectureTest {

    private static final String ROOT = "cn.onenetwork";

    static Stream<Rule> rules() {
        return Stream.of(
                rule("rooms know only the rooms below", ArchitectureTest::arrows, KnowsAFeature.class, Feature.class),
                rule("every room has a row", ArchitectureTest::arrows, Stranger.class),
                rule("rooms form no cycle", ArchitectureTest::noCycles, Feature.class, KnowsAFeature.class),
                rule("an api is known by nobody", ArchitectureTest::apis, KnowsAnApi.class, WorkingResolver.class),
                rule("rules are synchronous", _ -> PlainRules.synchronous(), ReactiveRule.class),
                rule("rules are no schema types", _ -> PlainRules.noSchemaTypes(), SchemaRule.class),
                rule("schema types fetch nothing", _ -> PlainRules.schemaTypesAreOnlyAnnotated(), FetchingValue.class),
                rule("time comes from the injected clock", _ -> PlainRules.noTimeOfTheirOwn(), OwnTime.class),
                rule("resolvers show no entity", _ -> SchemaRules.noEntityInSight(), EntityLeak.class),
                rule("schema types show no entity", _ -> SchemaRules.noEntityInSight(), EntityView.class),
                rule(
                        "a batched field has no arguments",
                        _ -> SchemaRules.listsAreBatchedWithoutArguments(),
                        ListSourceWithArgument.class),
                rule(
                        "a field with arguments has a loader",
                        _ -> SchemaRules.singlesHaveArgumentsAndALoader(),
                        SourceWithoutLoader.class),
                rule(
                        "a field without arguments is batched",
                        _ -> SchemaRules.singlesHaveArgumentsAndALoader(),
                        SourceWithoutArguments.class),
                rule(
                        "one place opens sessions",
                        _ -> SessionRules.onlyTheUnitOfWorkOpensSessions(),
                        OpensASession.class),
                rule(
                        "one annotation opens sessions",
                        _ -> SessionRules.noOtherAnnotationOpensSessions(),
                        AnnotatedSession.class),
                rule(
                        "no resolver is a unit of work",
                        _ -> SessionRules.noResolverIsAUnitOfWork(),
                        WorkingResolver.class),
                rule(
                        "units of work are never nested",
                        _ -> SessionRules.unitsOfWorkAreNeverNested(),
                        OuterWork.class,
                        InnerWork.class),
                rule("nobody subscribes or waits", _ -> SessionRules.nobodySubscribes(), Impatient.class),
                rule("every package is checked", _ -> markedPackages(), Stranger.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_code_follows_its_rules(Rule rule) {
        rule.over(ROOT).check(Code.OF_THE_SERVICE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_notices_a_class_that_breaks_it(Rule rule) {
        assertThat(rule.over(ROOT + ".wrong")
                        .evaluate(rule.wrong())
                        .getFailureReport()
                        .getDetails())
                .isNotEmpty()
                .anyMatch(detail -> detail.contains(rule.broken().getName()));
    }

    private static ArchRule arrows(String root) {
        return classes().should(new Rooms(root).knowOnlyTheRoomsBelow());
    }

    private static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule apis(String root) {
        return classes().should(new Rooms(root).leaveEveryApiAlone());
    }

    private static ArchRule markedPackages() {
        return classes()
                .should(ArchConditions.be(DescribedPredicate.<JavaClass>describe(
                        "in a package with @NullMarked and @CheckReturnValue",
                        type -> type.getPackage().isAnnotatedWith(NullMarked.class)
                                && type.getPackage().isAnnotatedWith(CheckReturnValue.class))));
    }

    private static Rule rule(String name, Function<String, ArchRule> over, Class<?>... wrong) {
        return new Rule(name, over, List.of(wrong));
    }

    /// A rule over the packages under some root, and classes of which the first breaks it.
    record Rule(String name, Function<String, ArchRule> rule, List<Class<?>> classes) {

        ArchRule over(String root) {
            return rule.apply(root);
        }

        Class<?> broken() {
            return classes.getFirst();
        }

        JavaClasses wrong() {
            return Code.WRONG.that(JavaClass.Predicates.belongToAnyOf(classes.toArray(Class[]::new)));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
