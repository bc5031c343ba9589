package cn.onenetwork.progress;

import static org.assertj.core.api.Assertions.assertThat;

import cn.onenetwork.cases.CaseEventView;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/// The feed keeps to Reactive Streams, rule by rule of its TCK.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReactiveStreamsTest {

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final Tck FEED = new Tck(() -> new Verification(ReactiveStreamsTest::feed));
    private static final Tck HEEDLESS = new Tck(() -> new Verification(ReactiveStreamsTest::heedless));

    @AfterAll
    static void endThreads() {
        THREADS.shutdownNow();
    }

    static Stream<String> rules() {
        return FEED.rules().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_feed_keeps_the_rule(String rule) throws Throwable {
        boolean checked = FEED.check(rule);

        assertThat(checked).as("but for rules that no test can check").isNotEqualTo(rule.startsWith("untested_"));
    }

    @Test
    void a_publisher_that_does_not_heed_the_demand_is_found_out() {
        assertThat(HEEDLESS.rules().stream().filter(HEEDLESS::isBroken).toList())
                .contains(
                        "required_spec101_subscriptionRequestMustResultInTheCorrectNumberOfProducedElements",
                        "required_spec309_requestZeroMustSignalIllegalArgumentException");
    }

    private static Flow.Publisher<CaseEventView> feed(long elements) {
        ToldTrack track = new ToldTrack(THREADS);
        track.writeUpTo(elements);
        track.broken = elements < 0;
        Tails<String, Long> tails =
                new Tails<>(new Pace(8, Duration.ofMinutes(1), System::nanoTime, (_, _) -> {}, Clock.systemUTC()));
        Flow.Publisher<CaseEventView> feed =
                tails.feed("", track, elements, new Listener<>(0L, ToldTrack.EVERYWHERE, THREADS, _ -> {}));
        return subscriber -> {
            feed.subscribe(subscriber);
            tails.finish();
        };
    }

    private static Flow.Publisher<CaseEventView> heedless(long elements) {
        List<CaseEventView> events = Stream.iterate(1, number -> number + 1)
                .limit(Math.clamp(elements, 0, 20))
                .map(number -> ToldTrack.event(number).event())
                .toList();
        return subscriber -> {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {}

                @Override
                public void cancel() {}
            });
            events.forEach(subscriber::onNext);
            subscriber.onComplete();
        };
    }

    /// Binds the TCK to a publisher of so many elements; fewer than none stands for one that fails.
    public static final class Verification extends FlowPublisherVerification<CaseEventView> {

        private final LongFunction<Flow.Publisher<CaseEventView>> publishers;

        Verification(LongFunction<Flow.Publisher<CaseEventView>> publishers) {
            super(new TestEnvironment(3000, 150, 30), 3000);
            this.publishers = publishers;
        }

        @Override
        public Flow.Publisher<CaseEventView> createFlowPublisher(long elements) {
            return publishers.apply(elements);
        }

        @Override
        public Flow.Publisher<CaseEventView> createFailedFlowPublisher() {
            return publishers.apply(-1);
        }
    }
}
