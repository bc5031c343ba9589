package cn.onenetwork.progress;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.SkipException;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/// The rules of the Reactive Streams TCK, which are methods of a TestNG class, one by one.
record Tck(Supplier<FlowPublisherVerification<?>> verification) {

    List<String> rules() {
        return annotated(verification.get(), Test.class).map(Method::getName).toList();
    }

    /// Checks one rule.
    ///
    /// @return false where the TCK skips it
    /// @throws Throwable where the publisher breaks it
    boolean check(String rule) throws Throwable {
        FlowPublisherVerification<?> fresh = verification.get();
        try {
            for (Method setUp : annotated(fresh, BeforeMethod.class).toList()) {
                invoke(fresh, setUp);
            }
            invoke(fresh, fresh.getClass().getMethod(rule));
            return true;
        } catch (SkipException skipped) {
            return false;
        }
    }

    /// Whether the publisher is found to break a rule.
    boolean isBroken(String rule) {
        try {
            var _ = check(rule);
            return false;
        } catch (Throwable found) {
            return true;
        }
    }

    private static Stream<Method> annotated(Object verification, Class<? extends Annotation> annotation) {
        return Arrays.stream(verification.getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(annotation))
                .sorted(Comparator.comparing(Method::getName));
    }

    private static void invoke(Object verification, Method method) throws Throwable {
        try {
            var _ = method.invoke(verification);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
