package cn.onenetwork.cases;

import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.Outcomes;
import cn.onenetwork.platform.UserError;
import cn.onenetwork.platform.UserErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The payload of a mutation on a case: the case, or why nothing was done. Who lost a race gets the fresh case
/// with it.
@ApplicationScoped
public class CaseOutcomes {

    private final CaseReading reading;

    CaseOutcomes(CaseReading reading) {
        this.reading = reading;
    }

    /// @param payload made of the case and the errors
    public <P> Uni<P> payload(
            Uni<CaseView> done,
            Caller caller,
            @Nullable String caseId,
            BiFunction<@Nullable CaseView, List<UserError>, P> payload) {
        Uni<Outcome> outcome = Outcomes.payload(
                done.map(view -> new Outcome(view, List.of())), caller.locale(), errors -> new Outcome(null, errors));
        return outcome.chain(told -> withFreshCase(told, caller, caseId))
                .map(told -> payload.apply(told.serviceCase(), told.errors()));
    }

    private Uni<Outcome> withFreshCase(Outcome told, Caller caller, @Nullable String caseId) {
        boolean lost = told.errors().stream().anyMatch(error -> error.code() == UserErrorCode.STALE_VERSION);
        return lost && caseId != null
                ? reading.byId(caseId, caller).map(fresh -> new Outcome(fresh, told.errors()))
                : Uni.createFrom().item(told);
    }

    private record Outcome(@Nullable CaseView serviceCase, List<UserError> errors) {}
}
