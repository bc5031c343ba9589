package cn.onenetwork.enquiry;

import cn.onenetwork.cases.CaseNumber;
import cn.onenetwork.cases.FiledCases;
import cn.onenetwork.platform.Refusal;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds out whether a code opens a case, and counts it where it does not.
///
/// The same statements run and the same hashes are made whether there is such a case or not. While a number is locked
/// its case is looked up and its code compared all the same, and the outcome is not used.
@ApplicationScoped
class ComparingCodes {

    /// The case that is asked about where there is none. No case has this id.
    private static final UUID NOBODY = new UUID(0, 0);

    private final FiledCases cases;
    private final QueryCodes codes;
    private final WrongCodes wrongCodes;
    private final EnquiryConfig config;
    private final Clock clock;

    ComparingCodes(FiledCases cases, QueryCodes codes, WrongCodes wrongCodes, EnquiryConfig config, Clock clock) {
        this.cases = cases;
        this.codes = codes;
        this.wrongCodes = wrongCodes;
        this.config = config;
        this.clock = clock;
    }

    /// The case that the code opens; empty where it opens none.
    ///
    /// @throws Refusal RATE_LIMITED while there were too many wrong codes, by whomever and for whichever case
    @UnitOfWork
    Uni<Optional<UUID>> opened(CaseNumber number, QueryCode code, Locale locale) {
        Instant now = clock.instant();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        return wrongCodes
                .inMinute(minute)
                .invoke(wrong -> refuseAbove(wrong, now, locale))
                .chain(() -> wrongCodes.asked(number.value(), now))
                .chain(row -> cases.id(number)
                        .chain(id -> codes.opens(id == null ? NOBODY : id, code)
                                .chain(right -> counted(row, id, right, now, minute))));
    }

    private Uni<Optional<UUID>> counted(
            TriesRecord row, @Nullable UUID id, boolean right, Instant now, Instant minute) {
        row.known = id != null;
        if (row.tries().locked(now)) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (id != null && right) {
            return Uni.createFrom().item(Optional.of(id));
        }
        row.keep(row.tries().wrongAt(now, rules()));
        return wrongCodes.flush().chain(() -> wrongCodes.addTo(minute)).replaceWith(Optional.empty());
    }

    private Tries.Rules rules() {
        return new Tries.Rules(config.wrongCodes(), config.window(), config.lock());
    }

    private void refuseAbove(int wrong, Instant now, Locale locale) {
        if (wrong >= config.wrongPerMinute()) {
            Instant next = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
            long seconds =
                    Math.max(1, Duration.between(now, next).plusMillis(999).toSeconds());
            throw Refusal.of(Refusal.Code.RATE_LIMITED, "enquiry", locale, seconds)
                    .with("retryAfterSeconds", seconds);
        }
    }
}
