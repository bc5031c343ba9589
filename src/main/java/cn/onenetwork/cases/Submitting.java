package cn.onenetwork.cases;

import cn.onenetwork.catalogue.CaseKind;
import cn.onenetwork.catalogue.FormValues;
import cn.onenetwork.catalogue.ServiceItems;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Corporation;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UnitOfWork;
import cn.onenetwork.platform.UserErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Files a draft: checks everything, gives it a number, and starts the clock of receipt. An instant item is
/// received, accepted and decided in the same breath, where its rules are met.
@ApplicationScoped
public class Submitting {

    private final ServiceItems items;
    private final CaseNumbers numbers;
    private final FindingFacts facts;
    private final CommitmentLetters letters;
    private final InstantDecisions instant;
    private final Forms forms;
    private final CaseDesk desk;

    Submitting(
            ServiceItems items,
            CaseNumbers numbers,
            FindingFacts facts,
            CommitmentLetters letters,
            InstantDecisions instant,
            Forms forms,
            CaseDesk desk) {
        this.items = items;
        this.numbers = numbers;
        this.facts = facts;
        this.letters = letters;
        this.instant = instant;
        this.forms = forms;
        this.desk = desk;
    }

    /// @param commitments materials a commitment stands in for
    /// @param deferred    materials that are handed in later
    @UnitOfWork
    public Uni<CaseView> submit(Caller caller, CaseCommand command, List<String> commitments, List<String> deferred) {
        return desk.guarded(caller, command, CaseAction.SUBMIT, found -> file(caller, found, commitments, deferred));
    }

    private Uni<CaseView> file(Caller caller, ServiceCase found, List<String> commitments, List<String> deferred) {
        return items.require(found.itemKey().taskCode())
                .map(desk::moment)
                .invoke(moment -> check(caller, found, moment))
                .chain(moment -> handIn(caller, found, moment, Promises.of(moment.item(), commitments, deferred))
                        .chain(filed -> submit(caller, found, moment, filed)));
    }

    private Uni<CaseMaterials> handIn(Caller caller, ServiceCase found, Moment moment, Promises promises) {
        CaseMaterials promised = promises.on(found.materials());
        return evidence(caller, found, moment, promised)
                .chain(evidence -> Uni.createFrom()
                        .item(HandingIn.check(moment.item(), promised, evidence, promises))
                        .call(filed -> letters.sign(found.id(), filed, caller, moment))
                        .call(() -> decideInstantly(found, evidence, moment)));
    }

    /// The case itself changes last, and at once: whatever is asked of the database in between would write a
    /// half-changed case, and count it as a change.
    private Uni<CaseView> submit(Caller caller, ServiceCase found, Moment moment, CaseMaterials filed) {
        return number(found, moment).chain(number -> {
            found.handIn(filed);
            return desk.settle(caller, found, moment, found.submit(caller, number, moment));
        });
    }

    private Uni<Evidence> evidence(Caller caller, ServiceCase found, Moment moment, CaseMaterials promised) {
        Corporation principal = found.onBehalfOf() == null ? null : caller.corporation();
        return facts.find(
                caller,
                principal,
                moment.item(),
                FormValues.of(forms.open(found).json()),
                promised);
    }

    private void check(Caller caller, ServiceCase found, Moment moment) {
        found.obstacle(CaseAction.SUBMIT, caller, moment.now()).ifPresent(problem -> {
            throw problem;
        });
        Corporation principal = principal(caller, found.onBehalfOf());
        SubmissionPolicy.check(
                SubmissionPolicy.TO_SUBMIT,
                new SubmissionPolicy.Application(caller, principal, moment.item(), moment.today()));
        forms.open(found).requireValid(moment.item(), caller.locale());
    }

    private Uni<Void> decideInstantly(ServiceCase found, Evidence evidence, Moment moment) {
        return moment.item().caseKind() == CaseKind.INSTANT
                ? instant.verdict(found, evidence, moment)
                        .invoke(found::decideInstantly)
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /// Filed again, a case keeps its number.
    private Uni<CaseNumber> number(ServiceCase found, Moment moment) {
        return found.caseNo() == null
                ? numbers.next(moment.item().tenant(), moment.today())
                : Uni.createFrom().item(new CaseNumber(found.caseNo()));
    }

    private static @Nullable Corporation principal(Caller caller, @Nullable String onBehalfOf) {
        if (onBehalfOf == null) {
            return null;
        }
        if (caller.corporation() == null || !caller.corporation().uscc().equals(onBehalfOf)) {
            throw Problem.of(UserErrorCode.NOT_DELEGATED);
        }
        return caller.corporation();
    }
}
