package cn.onenetwork.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;

/// Rules of the administration are plain Java: no asynchrony, no database, no schema, and no time of their own.
final class PlainRules {

    /// No bean, and yet it may speak of a `Uni` or a session; each with its reason.
    private static final Map<String, String> ASYNCHRONOUS = Map.ofEntries(
            Map.entry("CaseEventHandler", "the port by which other rooms take part in the transaction"),
            Map.entry("AccessLog", "the port by which accesses are written down"),
            Map.entry("StoredAccess", "reads the rows of the driver"),
            Map.entry("ZipStream", "packs the bytes of a stream into another"),
            Map.entry("AccessEntryConnection", "holds the question how many there are"),
            Map.entry("SharedFacts", "the port by which other authorities are asked"),
            Map.entry("Storage", "the port by which the bytes of documents are kept"),
            Map.entry("MalwareScanner", "the port by which the scanner is asked"),
            Map.entry("DownloadHeaders", "the headers of an exchange, which the web server's types hold"),
            Map.entry("Challenge", "a header that depends on those of the request, which the web server's types hold"),
            Map.entry("Inflow", "the bytes of a request on their way into the storage"),
            Map.entry("Lease", "the right to write, which the database gives"),
            Map.entry("TusRequest", "a request as it comes over the wire"),
            Map.entry("TusAnswer", "an answer as it goes over the wire"),
            Map.entry("ItemSearch", "the text of a query, which binds its own parameters"),
            Map.entry(
                    "ServiceCaseConnection",
                    "holds the question how many there are, which is asked only where it is selected"),
            Map.entry("CaseEventConnection", "the same question"),
            Map.entry("DelegationConnection", "the same question"),
            Map.entry("JournalRows", "reads the rows of the driver"));

    /// What the lifecycle of a case rests on: these are no schema types, whatever they are annotated with.
    private static final Set<String> AGGREGATE = Set.of(
            "ServiceCase", "CaseLifecycle", "CaseEvent", "CaseClock", "SubmissionPolicy", "Form", "Owner", "Due");

    private static final String[] SCHEMA = {"org.eclipse.microprofile.graphql..", "io.smallrye.graphql..", "graphql.."};

    private PlainRules() {}

    static ArchRule synchronous() {
        return noClasses()
                .that(areRules())
                .and(describe(
                        "are not listed as asynchronous",
                        type -> withEnclosing(type).noneMatch(one -> ASYNCHRONOUS.containsKey(one.getSimpleName()))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.smallrye.mutiny..", "io.vertx..", "..panache..", "org.hibernate.reactive.."));
    }

    static ArchRule noSchemaTypes() {
        return noClasses()
                .that(areRules())
                .and(describe(
                        "are no schema types",
                        type -> !type.isAnnotatedWith(Description.class) || AGGREGATE.contains(type.getSimpleName())))
                .should()
                .dependOnClassesThat(resideInAnyPackage(SCHEMA));
    }

    static ArchRule schemaTypesAreOnlyAnnotated() {
        return noClasses()
                .that(areRules())
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(SCHEMA).and(describe("are no annotations", type -> !type.isAnnotation())));
    }

    static ArchRule noTimeOfTheirOwn() {
        return noClasses()
                .that(describe(
                        "do not produce the clock",
                        type -> !type.getSimpleName().equals("ClockProducer")))
                .should()
                .accessTargetWhere(describe("the time comes from no injected clock", PlainRules::takesTime));
    }

    private static boolean takesTime(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        boolean asksSystem = owner.isEquivalentTo(Clock.class) && name.startsWith("system")
                || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
                || owner.isEquivalentTo(Date.class) && name.equals("<init>");
        boolean asksWithoutClock = owner.getPackageName().startsWith("java.time")
                && name.equals("now")
                && !access.getTarget().getFullName().contains("(java.time.Clock)");
        return asksSystem || asksWithoutClock;
    }

    /// Whatever is no bean, no resolver, no part of the platform, no transport and no storage: values,
    /// aggregates, policies.
    private static DescribedPredicate<JavaClass> areRules() {
        return not(resideInAnyPackage("..api..", "..platform..", "..edge..", "..documents.storage.."))
                .and(describe("are no beans", type -> withEnclosing(type).noneMatch(PlainRules::isBean)))
                .as("are plain rules");
    }

    private static Stream<JavaClass> withEnclosing(JavaClass type) {
        return Stream.iterate(
                        Optional.of(type), Optional::isPresent, one -> one.get().getEnclosingClass())
                .map(Optional::get);
    }

    private static boolean isBean(JavaClass type) {
        return type.isAnnotatedWith(ApplicationScoped.class) || type.isAnnotatedWith(Singleton.class);
    }
}
