package cn.onenetwork.enquiry;

import cn.onenetwork.cases.CaseNumber;
import cn.onenetwork.cases.FiledCases;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /// What came of it. It is no exception, because what was counted has to stay.
    ///
    /// @param opened    the case that the code opens; null where it opens none
    /// @param closedFor how long the asker has to wait before it is answered; null where it need not
    record Compared(@Nullable UUID opened, @Nullable Duration closedFor) {

        private static final Compared NOTHING = new Compared(null, null);
    }

    /// Compares a code, or has the asker wait.
    @UnitOfWork
    Uni<Compared> compared(CaseNumber number, QueryCode code, String asker) {
        Instant now = clock.instant();
        String subject = TriesRecord.ofAsker(asker);
        return wrongCodes
                .asked(List.of(subject), now)
                .map(rows -> row(rows, subject))
                .chain(row -> row.tries().locked(now)
                        ? Uni.createFrom().item(new Compared(null, until(now, row.lockedUntil)))
                        : compared(new Asked(number, code, asker, now), row));
    }

    private record Asked(CaseNumber number, QueryCode code, String asker, Instant now) {

        String both() {
            return TriesRecord.ofBoth(number.value(), asker);
        }

        String ofNumber() {
            return TriesRecord.ofNumber(number.value());
        }

        Instant minute() {
            return now.truncatedTo(ChronoUnit.MINUTES);
        }
    }

    private record Rows(TriesRecord asker, TriesRecord both, TriesRecord number, int inMinute) {}

    private Uni<Compared> compared(Asked asked, TriesRecord asker) {
        return wrongCodes
                .asked(List.of(asked.ofNumber(), asked.both()), asked.now())
                .chain(rows -> wrongCodes
                        .inMinute(asked.minute())
                        .map(wrong -> new Rows(asker, row(rows, asked.both()), row(rows, asked.ofNumber()), wrong)))
                .chain(rows -> cases.id(asked.number())
                        .chain(id -> codes.opens(id == null ? NOBODY : id, asked.code())
                                .chain(right -> compared(asked, rows, id, right))));
    }

    private Uni<Compared> compared(Asked asked, Rows rows, @Nullable UUID id, boolean right) {
        rows.number().lasting = id != null;
        Tallies tallies = tallies(rows, asked.now());
        boolean open = tallies.open(asked.now());
        if (open && id != null && right) {
            rows.both().openedAt = asked.now();
            rows.both().lasting = true;
            return Uni.createFrom().item(new Compared(id, null));
        }
        Tallies more = tallies.unanswered(asked.now(), limits());
        rows.asker().keep(more.asker());
        rows.both().keep(more.both());
        rows.number().keep(more.number());
        Instant next = asked.minute().plus(1, ChronoUnit.MINUTES);
        return wrongCodes
                .flush()
                .chain(() -> open
                        ? wrongCodes.addTo(asked.minute())
                        : Uni.createFrom().item(0))
                .replaceWith(tallies.flood() ? new Compared(null, until(asked.now(), next)) : Compared.NOTHING);
    }

    private Tallies tallies(Rows rows, Instant now) {
        Instant opened = rows.both().openedAt;
        return new Tallies(
                rows.asker().tries(),
                rows.both().tries(),
                rows.number().tries(),
                rows.inMinute() >= config.wrongPerMinute(),
                opened != null && opened.isAfter(now.minus(config.remembered())));
    }

    private Tallies.Limits limits() {
        return new Tallies.Limits(
                rules(config.wrongPerAsker()), rules(config.wrongCodes()), rules(config.wrongPerNumber()));
    }

    private Tries.Rules rules(int most) {
        return new Tries.Rules(most, config.window(), config.lock());
    }

    private static Duration until(Instant now, @Nullable Instant then) {
        return Duration.between(now, Objects.requireNonNull(then));
    }

    private static TriesRecord row(Map<String, TriesRecord> rows, String subject) {
        return Objects.requireNonNull(rows.get(subject));
    }
}
