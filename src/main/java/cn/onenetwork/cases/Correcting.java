package cn.onenetwork.cases;

import static cn.onenetwork.platform.Jsons.JSON;

import cn.onenetwork.catalogue.ServiceItem;
import cn.onenetwork.identity.Caller;
import cn.onenetwork.identity.Role;
import cn.onenetwork.platform.Problem;
import cn.onenetwork.platform.UserErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;

/// Corrects answers of a form after the case was filed, where the applicant asked for it and an officer
/// found it right (更正权, Personal Information Protection Law art. 46). To be called within a unit of
/// work.
@ApplicationScoped
public class Correcting {

    private final Cases cases;
    private final CaseDesk desk;
    private final Forms forms;

    Correcting(Cases cases, CaseDesk desk, Forms forms) {
        this.cases = cases;
        this.desk = desk;
        this.forms = forms;
    }

    /// Whether these answers could take the place of those in the case. The case is locked until the unit
    /// of work ends.
    ///
    /// @param answers only those that change
    /// @return whose officers decide: the tenant of the case
    /// @throws Problem NOT_FOUND, ILLEGAL_TRANSITION for a draft, FORM_INVALID where the form would be
    ///     wrong
    public Uni<String> examine(Caller person, String caseId, JsonObject answers) {
        if (answers.isEmpty()) {
            throw Problem.variant(UserErrorCode.FORM_INVALID, "missing").at("form");
        }
        return cases.require(caseId, "caseId", person)
                .map(CaseAtHand::found)
                .invoke(found -> ofThePerson(found, person))
                .chain(found -> desk.moment(found).map(moment -> {
                    var _ = merged(found, answers, moment.item(), person);
                    return found.tenantId();
                }));
    }

    private static void ofThePerson(ServiceCase found, Caller person) {
        if (!Owner.governed(person).contains(found.owner())) {
            throw Problem.of(UserErrorCode.NOT_FOUND).at("caseId");
        }
        if (found.status() == CaseStatus.DRAFT) {
            throw Problem.of(UserErrorCode.ILLEGAL_TRANSITION, found.status()).at("caseId");
        }
    }

    /// Puts the answers into the form.
    ///
    /// @return false where the file is closed: archives are not altered, so that nothing was done
    /// @throws Problem NOT_FOUND where the officer does not work on the case, FORBIDDEN where it is the
    ///     officer's own
    public Uni<Boolean> correct(Caller officer, UUID caseId, JsonObject answers) {
        officer.require(Role.OFFICER, Role.REVIEWER, Role.SUPERVISOR);
        return cases.require(caseId.toString(), "correctionId", officer)
                .invoke(Correcting::mayDecide)
                .map(CaseAtHand::found)
                .chain(found -> corrected(found, officer, answers));
    }

    private Uni<Boolean> corrected(ServiceCase found, Caller officer, JsonObject answers) {
        if (CaseLifecycle.move(found.status(), CaseEventKind.CORRECTED).isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return desk.moment(found)
                .chain(moment -> {
                    SealedForm sealed = forms.seal(found.id(), merged(found, answers, moment.item(), officer));
                    return desk.settle(found, moment, found.correct(officer, sealed, moment));
                })
                .replaceWith(true);
    }

    private static void mayDecide(CaseAtHand known) {
        if (!CaseAccess.worksOn(known.caller(), known.found())) {
            throw Problem.of(UserErrorCode.NOT_FOUND).at("correctionId");
        }
        CaseGuards.ownMatter(known.found(), known.caller()).ifPresent(problem -> {
            throw problem;
        });
    }

    private Form merged(ServiceCase found, JsonObject answers, ServiceItem item, Caller reader) {
        JsonObjectBuilder merged = JSON.createObjectBuilder(forms.open(found).json());
        answers.forEach((name, value) -> {
            var _ = merged.add(name, value);
        });
        Form corrected = Form.draft(merged.build(), item);
        corrected.requireValid(item, reader.locale());
        return corrected;
    }
}
