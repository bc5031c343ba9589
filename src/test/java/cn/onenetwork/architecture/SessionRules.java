package cn.onenetwork.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import cn.onenetwork.platform.UnitOfWork;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Where sessions and subscriptions begin: in one place each, or in one of those that are listed with a reason.
final class SessionRules {

    private static final Set<String> OPENERS = Set.of(
            "withTransaction",
            "withSession",
            "withStatelessSession",
            "withStatelessTransaction",
            "openSession",
            "openStatelessSession",
            "currentTransaction");
    private static final Set<String> ANNOTATIONS =
            Set.of("WithSession", "WithSessionOnDemand", "WithTransaction", "ReactiveTransactional", "Transactional");
    private static final Set<String> ENDS = Set.of("subscribe", "subscribeAsCompletionStage", "await");

    /// Who may subscribe or wait, and why.
    private static final Map<String, String> SUBSCRIBERS = Map.ofEntries(
            Map.entry(
                    "UnitOfWorkInterceptor",
                    "a client that hangs up must not leave a transaction open, so the work has its own"),
            Map.entry("Loaders", "the batching library speaks CompletionStage; its stage is taken up again at once"),
            Map.entry("Socket", "a socket is where a chain ends: the outcome of a login is written to the wire"),
            Map.entry(
                    "Checking",
                    "a check begins when the bytes have arrived, and the request that brought them does not wait for it"),
            Map.entry(
                    "Downloads",
                    "a download is where a chain ends: its bytes, or why there are none, are written to the wire"),
            Map.entry("S3Writing", "the bytes of one library's stream go into the file of another"),
            Map.entry("Completing", "an upload ends where its request does, in the futures of Vert.x"),
            Map.entry("Garbage", "its sweep ends as an upload does, in the futures of Vert.x"),
            Map.entry(
                    "Tracks",
                    "one reading serves many streams, so it belongs to none; their publisher is plain java.util.concurrent"),
            Map.entry("ExportDoor", "an export is where a chain ends, as a download is"),
            Map.entry("WritingAccesses", "the service ends, and waits for what it has noted to be written down"),
            Map.entry("Relay", "a loop on a thread of its own, beside clients that block; nobody waits for it"),
            Map.entry(
                    "CatalogueStart",
                    "fills the catalogue before the first request, on the thread that starts the service"));

    private SessionRules() {}

    static ArchRule onlyTheUnitOfWorkOpensSessions() {
        return noClasses()
                .that(describe(
                        "are not the interceptor", type -> !type.getSimpleName().equals("UnitOfWorkInterceptor")))
                .should()
                .accessTargetWhere(describe(
                        "a session or a transaction is opened",
                        access -> OPENERS.contains(access.getTarget().getName())
                                && access.getTargetOwner().getPackageName().contains("hibernate")));
    }

    static ArchRule noOtherAnnotationOpensSessions() {
        return noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "open sessions by annotation",
                        type -> type.isAnnotation() && ANNOTATIONS.contains(type.getSimpleName())));
    }

    static ArchRule noResolverIsAUnitOfWork() {
        return noClasses()
                .that()
                .resideInAPackage("..api..")
                .should()
                .dependOnClassesThat(describe("are @UnitOfWork", type -> type.isEquivalentTo(UnitOfWork.class)));
    }

    static ArchRule nobodySubscribes() {
        return noClasses()
                .that(describe("are not listed with a reason", type -> !SUBSCRIBERS.containsKey(type.getSimpleName())))
                .should()
                .accessTargetWhere(endsAChain());
    }

    private static DescribedPredicate<JavaAccess<?>> endsAChain() {
        return describe(
                "a chain ends by subscribing or waiting",
                access -> ENDS.contains(access.getTarget().getName())
                        && access.getTargetOwner().getPackageName().startsWith("io.smallrye.mutiny"));
    }

    static ArchRule unitsOfWorkAreNeverNested() {
        return classes().should(new ArchCondition<>("reach no unit of work of another bean from their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                        .filter(SessionRules::isUnitOfWork)
                        .forEach(method -> nested(method)
                                .forEach(inner -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " reaches " + inner.getFullName()))));
            }
        });
    }

    /// The units of work that are reached from one, over any number of calls. A call within one class is not
    /// intercepted, so it opens nothing.
    private static Stream<JavaMethod> nested(JavaMethod outer) {
        Set<JavaMethod> seen = new HashSet<>(Set.of(outer));
        Set<JavaMethod> found = new HashSet<>();
        Deque<JavaMethod> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            JavaMethod caller = open.pop();
            called(caller).filter(seen::add).forEach(callee -> {
                if (isUnitOfWork(callee) && !callee.getOwner().equals(caller.getOwner())) {
                    found.add(callee);
                } else {
                    open.push(callee);
                }
            });
        }
        return found.stream();
    }

    /// What a method calls or refers to, its lambdas included; of an abstract method also what implements it.
    private static Stream<JavaMethod> called(JavaMethod caller) {
        return caller.getAccessesFromSelf().stream()
                .map(JavaAccess::getTarget)
                .filter(AccessTarget.MethodCallTarget.class::isInstance)
                .map(AccessTarget.MethodCallTarget.class::cast)
                .flatMap(target -> target.resolveMember().stream())
                .filter(method -> method.getOwner().getPackageName().startsWith("cn.onenetwork"))
                .flatMap(method -> Stream.concat(Stream.of(method), overriding(method)));
    }

    private static Stream<JavaMethod> overriding(JavaMethod method) {
        String[] parameters =
                method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return method.getOwner().getAllSubclasses().stream()
                .flatMap(type -> type.tryGetMethod(method.getName(), parameters).stream());
    }

    private static boolean isUnitOfWork(JavaMethod method) {
        return method.isAnnotatedWith(UnitOfWork.class) || method.getOwner().isAnnotatedWith(UnitOfWork.class);
    }
}
