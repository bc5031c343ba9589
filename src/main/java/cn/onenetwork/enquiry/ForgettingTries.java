package cn.onenetwork.enquiry;

import cn.onenetwork.platform.UnitOfWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Forgets wrong codes that nobody needs any more. Any pod may do it, several at once do no harm.
@ApplicationScoped
class ForgettingTries {

    private final WrongCodes wrongCodes;
    private final EnquiryConfig config;
    private final Clock clock;

    ForgettingTries(WrongCodes wrongCodes, EnquiryConfig config, Clock clock) {
        this.wrongCodes = wrongCodes;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${one-network.enquiry.sweep-every:15m}", delayed = "2m")
    @UnitOfWork
    Uni<Void> forget() {
        return wrongCodes
                .forget(clock.instant(), config.window().plus(config.lock()), config.remembered())
                .replaceWithVoid();
    }
}
