package cn.onenetwork.enquiry;

import cn.onenetwork.cases.CaseView;
import cn.onenetwork.cases.FiledCases;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.platform.IdempotencyKeys;
import cn.onenetwork.platform.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/// Gives a case another query code, for whoever told the old one to somebody who should not have it any more. The
/// locks that wrong codes brought end with it, and nobody counts as having opened the case before.
@ApplicationScoped
public class RenewingCode {

    private final FiledCases cases;
    private final QueryCodes codes;
    private final WrongCodes wrongCodes;
    private final IdempotencyKeys keys;

    RenewingCode(FiledCases cases, QueryCodes codes, WrongCodes wrongCodes, IdempotencyKeys keys) {
        this.cases = cases;
        this.codes = codes;
        this.wrongCodes = wrongCodes;
        this.keys = keys;
    }

    /// @throws cn.onenetwork.platform.Refusal UNAUTHENTICATED or FORBIDDEN where the caller is no applicant
    /// @throws cn.onenetwork.platform.Problem NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION while it is a draft,
    ///     IDEMPOTENCY_CONFLICT
    @UnitOfWork
    public Uni<CaseView> renew(Caller caller, String idempotencyKey, String id) {
        return keys.once(
                IdempotencyKeys.Key.of(caller.id(), "caseQueryCodeRenew", idempotencyKey, id, caller.locale()),
                () -> cases.requireOwn(caller, id, "id").call(this::renew),
                view -> view.reference().id(),
                known -> cases.requireOwn(caller, known.toString(), "id"));
    }

    private Uni<Void> renew(CaseView view) {
        String caseNo = Objects.requireNonNull(view.caseNo());
        return codes.renew(view.reference().id())
                .chain(() -> wrongCodes.locked(caseNo))
                .invoke(row -> {
                    if (row != null) {
                        row.keep(row.tries().renewed());
                    }
                })
                .chain(() -> wrongCodes.flush())
                .chain(() -> wrongCodes.forgetAskers(caseNo))
                .replaceWithVoid();
    }
}
