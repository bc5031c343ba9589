package cn.onenetwork.platform;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.hibernate.StaleStateException;

/// The one place where a [Problem] becomes the `userErrors` of a payload.
public final class Outcomes {

    private Outcomes() {}

    /// The payload of a use case, or the payload that tells why there is none.
    ///
    /// Stands outside the unit of work: by the time a problem arrives here everything is rolled back.
    public static <P> Uni<P> payload(Uni<P> done, Locale locale, Function<List<UserError>, P> refused) {
        return done.onFailure(Outcomes::lostRace)
                .transform(_ -> Problem.of(UserErrorCode.STALE_VERSION))
                .onFailure(Problem.class)
                .recoverWithItem(problem -> refused.apply(((Problem) problem).userErrors(locale)));
    }

    private static boolean lostRace(Throwable failure) {
        return failure instanceof OptimisticLockException || failure instanceof StaleStateException;
    }
}
