package cn.onenetwork.testing;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Puts [MovableClock] in the place of the real one, and turns it back after each test; found by
/// `META-INF/services`.
public class MovableClockProducer implements QuarkusTestAfterEachCallback {

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Clock clock() {
        return MovableClock.SERVICE;
    }

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        MovableClock.reset();
    }
}
