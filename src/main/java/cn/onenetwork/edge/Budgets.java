package cn.onenetwork.edge;

import cn.onenetwork.platform.Refusal;
import cn.onenetwork.platform.TokenBuckets;
import cn.onenetwork.platform.TokenBuckets.Taking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/// The points that persons and addresses may still spend on this pod.
///
/// What an operation may cost is taken before it runs and what it did not cost is given back afterwards, so many
/// at once cannot spend the same points.
@ApplicationScoped
class Budgets {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TokenBuckets persons;
    private final TokenBuckets addresses;
    private final TokenBuckets secrets;
    private final long dearest;

    Budgets(EdgeConfig config, Clock clock) {
        EdgeConfig.RateLimits rate = config.rate();
        this.dearest = config.document().maxCost();
        this.persons = new TokenBuckets(rate.perPerson(), rate.period(), rate.maxAskers(), clock);
        this.addresses = new TokenBuckets(rate.perAddress(), rate.period(), rate.maxAskers(), clock);
        EdgeConfig.SecretFields guarded = config.secrets();
        this.secrets = new TokenBuckets(guarded.perAsker(), guarded.within(), rate.maxAskers(), clock);
    }

    /// @throws IllegalArgumentException where a document is permitted that nobody could ever pay
    void open() {
        if (dearest > Math.min(persons.capacity(), addresses.capacity())) {
            throw new IllegalArgumentException("one-network.edge.document.max-cost is above what one-network.edge.rate"
                    + " lets a person or an address spend at once");
        }
    }

    /// Takes points.
    ///
    /// @throws Refusal RATE_LIMITED, with the seconds to wait, where there are not so many
    void pay(Asker asker, long points, Locale locale) {
        requireGranted(of(asker).take(asker.name(), points), locale);
    }

    /// Counts fields that are asked with a secret. What was not answered is counted too: nobody shall guess by
    /// breaking off.
    ///
    /// @throws Refusal RATE_LIMITED, with the seconds to wait; COST_EXCEEDED where one document asks for more than
    ///     could ever be granted
    void payForSecrets(Asker asker, int fields, Locale locale) {
        if (fields > secrets.capacity()) {
            throw Refusal.of(Refusal.Code.COST_EXCEEDED, "rootFields", locale, secrets.capacity())
                    .with("asked", fields)
                    .with("limit", secrets.capacity());
        }
        if (fields > 0) {
            requireGranted(secrets.take((asker.isPerson() ? "person " : "nobody at ") + asker.name(), fields), locale);
        }
    }

    private static void requireGranted(Taking taking, Locale locale) {
        if (!taking.granted()) {
            long seconds =
                    Math.max(1, taking.retryAfter().plus(SECOND).minusMillis(1).toSeconds());
            throw Refusal.of(Refusal.Code.RATE_LIMITED, "wait", locale, seconds).with("retryAfterSeconds", seconds);
        }
    }

    /// Gives points back, and tells how many there are.
    long giveBack(Asker asker, long points) {
        return of(asker).give(asker.name(), points);
    }

    private TokenBuckets of(Asker asker) {
        return asker.isPerson() ? persons : addresses;
    }
}
