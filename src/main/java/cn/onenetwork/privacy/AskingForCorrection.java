package cn.onenetwork.privacy;

import cn.onenetwork.cases.AccessLog;
import cn.onenetwork.cases.CasePart;
import cn.onenetwork.cases.Correcting;
import cn.onenetwork.cases.Owner;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.IdempotencyKeys;
import cn.onenetwork.platform.Ids;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.Refusal;
import cn.onenetwork.platform.UnitOfWork;
import cn.onenetwork.platform.UserErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lets people ask for corrections of what they filed, and officers of the tenant decide: the handler
/// verifies, and corrects in time (Personal Information Protection Law art. 46).
@ApplicationScoped
public class AskingForCorrection {

    private final Corrections corrections;
    private final Correcting correcting;
    private final IdempotencyKeys keys;
    private final AccessLog log;
    private final Clock clock;

    AskingForCorrection(
            Corrections corrections, Correcting correcting, IdempotencyKeys keys, AccessLog log, Clock clock) {
        this.corrections = corrections;
        this.correcting = correcting;
        this.keys = keys;
        this.log = log;
        this.clock = clock;
    }

    /// @param answers only those that change
    /// @throws Problem NOT_FOUND, ILLEGAL_TRANSITION for a draft, FORM_INVALID where the form would be wrong
    @UnitOfWork
    public Uni<Correction> ask(
            Caller person, String caseId, JsonObject answers, @Nullable String reason, IdempotencyKeys.Key key) {
        person.require(Role.CITIZEN);
        return keys.once(
                key,
                () -> correcting
                        .examine(person, caseId, answers)
                        .chain(tenant -> corrections.add(
                                Ids.next(clock.instant()), person, UUID.fromString(caseId), tenant, answers, reason))
                        .chain(corrections::byId),
                one -> UUID.fromString(one.id()),
                corrections::byId);
    }

    /// What the person asked for, and what came of it; newest first, the last hundred.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<Correction>> mine(Caller person) {
        person.require(Role.CITIZEN);
        return corrections.of(Owner.governed(person));
    }

    /// What waits for the officers of the tenant, oldest first, the first hundred.
    @UnitOfWork(UnitOfWork.Mode.READ)
    public Uni<List<Correction>> open(Caller officer) {
        return corrections
                .open(tenant(officer))
                .invoke(found -> found.forEach(one -> log.note(officer, UUID.fromString(one.caseId()), CasePart.FORM)));
    }

    /// @param grounds needed where it is declined
    /// @throws Problem NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION where it was decided before, FORM_INVALID
    ///     where the form would be wrong by now
    @UnitOfWork
    public Uni<Correction> decide(
            Caller officer, UUID id, boolean approve, @Nullable String grounds, IdempotencyKeys.Key key) {
        String tenant = tenant(officer);
        return keys.once(
                key,
                () -> corrections
                        .require(id, tenant)
                        .chain(one -> decided(officer, one, approve, grounds))
                        .chain(() -> corrections.byId(id)),
                one -> UUID.fromString(one.id()),
                corrections::byId);
    }

    private Uni<Integer> decided(Caller officer, Correction one, boolean approve, @Nullable String grounds) {
        UUID id = UUID.fromString(one.id());
        if (one.state() != CorrectionState.OPEN) {
            throw Problem.variant(UserErrorCode.ILLEGAL_TRANSITION, "correctionDecided")
                    .at("correctionId");
        }
        if (!approve && grounds == null) {
            throw Problem.variant(UserErrorCode.FORM_INVALID, "grounds").at("grounds");
        }
        return approve
                ? correcting
                        .correct(officer, UUID.fromString(one.caseId()), one.answers())
                        .chain(done -> corrections.decide(
                                id, done ? CorrectionState.DONE : CorrectionState.ATTACHED, officer, grounds))
                : corrections.decide(id, CorrectionState.DECLINED, officer, grounds);
    }

    private static String tenant(Caller officer) {
        officer.require(Role.OFFICER, Role.REVIEWER, Role.SUPERVISOR);
        if (officer.tenant() == null) {
            throw Refusal.of(Refusal.Code.FORBIDDEN, officer.locale());
        }
        return officer.tenant();
    }
}
