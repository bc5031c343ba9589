package cn.onenetwork.cases;

import cn.onenetwork.catalogue.CaseKind;
import cn.onenetwork.catalogue.FormValues;
import cn.onenetwork.catalogue.ServiceItems;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.DelegatedAction;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UnitOfWork;
import cn.onenetwork.platform.UserErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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
        return desk.guarded(
                caller,
                command,
                CaseAction.SUBMIT,
                known -> file(known.caller(), known.found(), commitments, deferred));
    }

    private Uni<CaseView> file(Caller caller, ServiceCase found, List<String> commitments, List<String> deferred) {
        return items.require(found.itemKey().taskCode())
                .chain(item -> desk.moment(found, item))
                .invoke(moment -> check(caller, found, moment, !commitments.isEmpty() || !deferred.isEmpty()))
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
        Capacity capacity = capacity(caller, found);
        return facts.find(
                capacity.applicant(),
                capacity.corporation(),
                moment.item(),
                FormValues.of(forms.open(found).json()),
                promised);
    }

    private static Capacity capacity(Caller caller, ServiceCase found) {
        return Capacity.in(found, caller, DelegatedAction.SUBMIT).orElseThrow();
    }

    private void check(Caller caller, ServiceCase found, Moment moment, boolean promises) {
        found.obstacle(CaseAction.SUBMIT, caller, moment.now()).ifPresent(problem -> {
            throw problem;
        });
        Capacity capacity = capacity(caller, found);
        if (promises && !capacity.allows(DelegatedAction.SIGN)) {
            throw Problem.variant(UserErrorCode.NOT_DELEGATED, "action").at("commitments");
        }
        SubmissionPolicy.check(
                SubmissionPolicy.TO_SUBMIT,
                new SubmissionPolicy.Application(caller, capacity.corporation(), moment.item(), moment.today()));
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
}
